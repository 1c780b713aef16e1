using Microsoft.EntityFrameworkCore;
using Zhuoluo.Rooms.Matters.Access;
using Zhuoluo.Rooms.Matters.Privacy;
using Zhuoluo.Rooms.Matters.Windows;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The tables that protect people: who complains, whose data are kept.</summary>
internal static class SafetyMapping
{
    public static void Map(ModelBuilder model)
    {
        Keyed<Shield>(model, "matter_shield", "MatterId");
        Keyed<CircleMember>(model, "circle_member", "Id");
        Keyed<ConflictWaiver>(model, "conflict_waiver", "Id");
        Keyed<WindowCode>(model, "window_code", "Id");
        Keyed<WindowMessage>(model, "window_message", "MatterId");
        Keyed<AccessRecord>(model, "access_record", "Id");
        Keyed<RevealAlarm>(model, "reveal_alarm", "Id");
        Keyed<DataRequest>(model, "data_request", "Id");
        Keyed<Erasure>(model, "erasure", "MatterId");
        Keyed<LegalHold>(model, "legal_hold", "Id");
        Keyed<RetentionRun>(model, "retention_run", "Id");
        model.Entity<RetentionItem>().ToTable("retention_item").HasKey(x => new { x.RunId, x.MatterId });
    }

    private static void Keyed<T>(ModelBuilder model, string table, string key)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey(key);
            e.Property<long>(key).ValueGeneratedNever();
        });
}
