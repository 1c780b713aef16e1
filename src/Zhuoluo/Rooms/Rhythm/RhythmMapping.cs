using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Rhythm;

internal static class RhythmMapping
{
    public static void Map(ModelBuilder model)
    {
        ById<Cadence>(model, "cadence");
        model.Entity<Cadence>().Property(x => x.Version).IsConcurrencyToken();
        ById<CadenceEdition>(model, "cadence_edition");
        model.Entity<CadenceStep>().ToTable("cadence_step").HasKey(x => new { x.EditionId, x.Serial });
        model.Entity<CadenceUnit>().ToTable("cadence_unit").HasKey(x => new { x.EditionId, x.UnitId });
        ById<Beat>(model, "beat");
        ById<Meeting>(model, "meeting");
        model.Entity<Meeting>().Ignore(x => x.IsOpen).Property(x => x.Version).IsConcurrencyToken();
        model.Entity<MeetingUnit>().ToTable("meeting_unit").HasKey(x => new { x.MeetingId, x.UnitId });
        model.Entity<MeetingProject>().ToTable("meeting_project").HasKey(x => new { x.MeetingId, x.ProjectId });
        ById<Decision>(model, "decision");
        model.Entity<Decision>().Property(x => x.Version).IsConcurrencyToken();
        ById<Bulletin>(model, "bulletin");
        model.Entity<Bulletin>().Property(x => x.Version).IsConcurrencyToken();
    }

    private static void ById<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("Id");
            e.Property<long>("Id").ValueGeneratedNever();
        });
}
