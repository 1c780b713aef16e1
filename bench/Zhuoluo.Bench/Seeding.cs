using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Demo;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>
/// Makes a county with so many matters through the same doors as an office: places, units and people by their imports, matters by the
/// bulk door, then tallies and search by their followers. A seventh is open, the rest closed during the last three years.
/// </summary>
internal static class Seeding
{
    private const int BatchSize = 1000;
    private const string Done = "seeded";

    /// <summary>The database of this size; made if it is not there yet.</summary>
    public static async Task MakeAsync(DatabaseOptions database, int matters)
    {
        var mark = Path.Combine(database.Folder, Done);
        if (File.Exists(mark))
        {
            await DataRoom.MigrateAsync(database, default);
            return;
        }
        Directory.CreateDirectory(database.Folder);
        var watch = Stopwatch.StartNew();
        await DataRoom.MigrateAsync(database, default);
        await using (var services = App.BuildServices(new AppOptions(database, "", IsDemo: true)))
        {
            var now = services.GetRequiredService<ActFactory>().Now;
            var tools = new DemoTools(services, new DemoClock(now), now);
            await new DemoCounty(tools).MakeAsync(default);
            var staff = new DemoStaff(tools, DemoPeople.All);
            await staff.MakeAsync(default);
            await staff.FinishAsync(default);
            await MattersAsync(tools, matters);
            var registered = watch.Elapsed;
            await services.GetRequiredService<Pump>().DrainAsync(default);
            await Console.Error.WriteLineAsync(
                $"  made {BenchOptions.Name(matters)} on {(database.IsPostgreSql ? "PostgreSQL" : "SQLite")}: rows {registered.TotalSeconds:F0} s, tallies and search {(watch.Elapsed - registered).TotalSeconds:F0} s");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(mark, "");
    }

    private static async Task MattersAsync(DemoTools tools, int matters)
    {
        var (texts, dice, today) = (new Texts(), new Dice(1), LocalDay.Of(tools.Now));
        var villages = tools.Villages();
        var categories = DemoCounty.UsualUnits.Keys.Order(StringComparer.Ordinal).ToList();
        var handler = tools.Get<RegisterManyHandler>();
        for (var done = 0; done < matters; done += BatchSize)
        {
            var batch = Enumerable.Range(done, Math.Min(BatchSize, matters - done)).Select(n => One(n)).ToList();
            DemoTools.Must(await handler.HandleAsync(batch, tools.Operator(), default));
        }

        // Older ones first, as an office enters them.
        BulkMatter One(int n)
        {
            var (village, category, isOpen) = (dice.Of(villages), dice.Of(categories), dice.Below(7) == 0);
            var opened = today.AddDays(-(int)(1095L * (matters - n) / matters));
            var closed = opened.AddDays(dice.Below(20));
            return new BulkMatter((MatterKind)dice.Between(1, 3), (Channel)dice.Between(1, 6), texts.Nth(n), village.Code, opened, isOpen ? MatterState.InProgress : MatterState.Closed)
            {
                CategoryCode = category,
                LeadUnitId = tools.LeadUnit(category, village),
                Outcome = isOpen ? MatterOutcome.None : (MatterOutcome)dice.Between(1, 4),
                ClosedOn = isOpen ? null : closed < today ? closed : today,
                ResultText = isOpen ? null : texts.Of(30),
                Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
            };
        }
    }
}
