using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>Files of every kind come in, each good row once, however often and in however many pieces.</summary>
public sealed class ImportFileTests
{
    [Theory, EachDatabase]
    public async Task Every_kind_comes_in_and_a_second_time_changes_nothing(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        string[] files = ["visits.xlsx", "suggestions.csv", "duty.xlsx", "tickets.csv"];
        int[] imported = [7, 5, 6, 2];
        for (var i = 0; i < files.Length; i++)
        {
            Assert.Equal(imported[i], ImportHouse.Good(await house.ImportSmallAsync(files[i])).Imported);
        }
        var before = await house.PictureAsync();
        foreach (var file in files.Reverse())
        {
            var again = ImportHouse.Good(await house.ImportSmallAsync(file));
            Assert.Equal(0, again.Imported);
            Assert.Equal(imported[Array.IndexOf(files, file)] + (file == "duty.xlsx" ? 0 : 1), again.Duplicates);
        }
        Assert.Equal(before, await house.PictureAsync());
        Assert.Equal([ImportState.Done], await house.ReadAsync(c => c.Set<ImportRun>().Select(r => r.State).Distinct().ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_the_file_says_stands_in_the_matter(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        ImportHouse.Good(await house.ImportSmallAsync("duty.xlsx"));
        ImportHouse.Good(await house.ImportSmallAsync("suggestions.csv"));
        ImportHouse.Good(await house.ImportSmallAsync("visits.xlsx"));
        var matters = await house.ReadAsync(c => c.Set<Matter>().OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(
            [(MatterState.Closed, MatterOutcome.Solved, true), (MatterState.InProgress, MatterOutcome.None, false)],
            matters.Where(m => m.Channel == Channel.HallDuty).Select(m => (m.State, m.Outcome, m.IsAtOnce)));
        Assert.All(matters.Where(m => m.Channel == Channel.HallDuty), m => Assert.NotNull(m.DutyShiftId));
        Assert.Equal(
            [(MatterState.Closed, MatterOutcome.Solved), (MatterState.InProgress, MatterOutcome.None), (MatterState.Suspended, MatterOutcome.None), (MatterState.Closed, MatterOutcome.Solved), (MatterState.Closed, MatterOutcome.Explained)],
            matters.Where(m => m.Channel == Channel.Survey).Select(m => (m.State, m.Outcome)));
        Assert.Equal(5, matters.Count(m => m is { Channel: Channel.Visit, State: MatterState.Closed }));
        Assert.Equal(3, await house.ReadAsync(c => c.Set<Drive>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Killed_after_a_batch_it_goes_on_with_the_rows_that_are_missing(Db db)
    {
        await using var whole = await ImportHouse.OpenAsync(db);
        ImportHouse.Good(await whole.ImportSmallAsync("visits.xlsx"));
        await using var house = await ImportHouse.OpenAsync(db);
        house.Services.GetRequiredService<ImportRunner>().BatchRows = 2;

        await Assert.ThrowsAsync<OperationCanceledException>(() => house.ImportSmallAsync("visits.xlsx", new Pull(2)));
        Assert.Equal(4, await house.ReadAsync(c => c.Set<Matter>().CountAsync()));
        Assert.Equal(4, await house.ReadAsync(c => c.Set<ImportRun>().Where(r => r.State == ImportState.Running).Select(r => r.Imported).SingleAsync()));
        var report = ImportHouse.Good(await house.ImportSmallAsync("visits.xlsx"));

        Assert.Equal((7, 1, 18), (report.Imported, report.Duplicates, report.Refused.Count));
        Assert.Equal(5, report.Totals.Numbers["closed"]);
        Assert.Equal(await whole.PictureAsync(), await house.PictureAsync(), ignoreLineEndingDifferences: true);
        var run = await house.ReadAsync(c => c.Set<ImportRun>().OrderByDescending(r => r.Id).FirstAsync());
        Assert.Equal((ImportState.Done, 7, 1, 18), (run.State, run.Imported, run.Duplicates, run.Refused));
        Assert.Equal(20, await house.ReadAsync(c => c.Set<ImportRefusal>().CountAsync(r => r.RunId == run.Id)));
    }

    [Theory, EachDatabase]
    public async Task Stopped_by_somebody_it_waits_and_goes_on_when_started_again(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        house.Services.GetRequiredService<ImportRunner>().BatchRows = 2;
        var stopped = ImportHouse.Good(await house.ImportSmallAsync("visits.xlsx", new Ask(house)));
        Assert.True(stopped.IsStopped);
        Assert.Equal(4, stopped.Imported);
        Assert.Equal(7, ImportHouse.Good(await house.ImportSmallAsync("visits.xlsx")).Imported);
    }

    [Theory, EachDatabase]
    public async Task Without_places_and_units_the_file_is_refused(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        Assert.Equal("import-unknown-place", CodeOf(await house.ImportSmallAsync("visits.xlsx")));
        ImportHouse.Good(await house.ImportAsync(Path.Combine(ImportHouse.Folder, "places.csv"), "places", "青溪县"));
        Assert.Equal("import-no-directory", CodeOf(await house.ImportSmallAsync("visits.xlsx")));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_import_is_refused(Db db)
    {
        await using var house = await ImportHouse.OpenAsync(db);
        var clerk = new Actor(ActorKind.Staff, 5, "", "990101-01", [new Grant(Role.Clerk, "/", null)]);
        var outcome = await house.Services.GetRequiredService<ImportFileHandler>()
            .HandleAsync(new ImportFile(Path.Combine(ImportHouse.Folder, "visits.xlsx"), "990101"), house.ActAs(clerk), null, CancellationToken.None);
        Assert.Equal("not-permitted", CodeOf(outcome));
    }

    private static string CodeOf<T>(Outcome<T> outcome) => outcome.Match(_ => "done", refusal => refusal.Code);

    /// <summary>Pulls the plug after so many batches.</summary>
    private sealed class Pull(int batches) : IProgress<ImportProgress>
    {
        private int _seen;

        public void Report(ImportProgress value)
        {
            if (++_seen == batches)
            {
                throw new OperationCanceledException();
            }
        }
    }

    private sealed class Ask(TestHouse house) : IProgress<ImportProgress>
    {
        private bool _asked;

        public void Report(ImportProgress value)
        {
            if (!_asked)
            {
                _asked = true;
                var run = house.ReadAsync(c => c.Set<ImportRun>().OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync()).GetAwaiter().GetResult();
                ImportHouse.Good(house.Services.GetRequiredService<StopImportHandler>().HandleAsync(new StopImport(run), house.System(), CancellationToken.None).GetAwaiter().GetResult());
            }
        }
    }
}
