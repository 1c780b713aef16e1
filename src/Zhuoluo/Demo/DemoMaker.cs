using System.Diagnostics;
using Zhuoluo.Data;
using Zhuoluo.Demo.Promises;

namespace Zhuoluo.Demo;

/// <summary>Makes the county, part by part, and says how long each took.</summary>
internal sealed class DemoMaker(IServiceProvider services, DemoClock clock, DateTimeOffset now, PromiseWords promises)
{
    private readonly DemoTools _tools = new(services, clock, now);

    public async Task MakeAsync(CancellationToken cancel)
    {
        clock.Set(new DateOnly(2021, 2, 26), 9);
        await PartAsync("places, units, categories", () => new DemoCounty(_tools).MakeAsync(cancel));
        var staff = new DemoStaff(_tools, DemoPeople.All);
        await PartAsync("people", () => staff.MakeAsync(cancel));
        clock.Set(new DateOnly(2021, 12, 31), 18);
        await PartAsync("784 suggestions", () => new DemoSurvey(_tools).MakeAsync(cancel));
        await PartAsync("13,524 matters from household visits", () => new DemoVisits(_tools).MakeAsync(cancel));
        await PartAsync("27 problems from hall duty", () => new DemoDuty(_tools).MakeAsync(cancel));
        await PartAsync("675 projects", () => new DemoPromises(_tools, promises, promises.Places[DemoCommand.Jian]).MakeAsync(cancel));
        await PartAsync("figures from outside", () => new DemoTold(_tools, promises.Places[DemoCommand.Jian]).MakeAsync(cancel));
        await PartAsync("the review of 2021", () => new DemoReview(_tools, promises.Places[DemoCommand.Jian]).MakeAsync(cancel));
        await PartAsync("this month's matters", () => new DemoMonth(_tools).MakeAsync(cancel));
        await PartAsync("petitions and a backlog", async () =>
        {
            await new DemoPetitions(_tools).MakeAsync(cancel);
            await new DemoBacklog(_tools).MakeAsync(cancel);
        });
        clock.Set(now);
        await PartAsync("drives that are still on", () => new DemoOpenDrives(_tools).MakeAsync(cancel));
        await PartAsync("window codes and messages", () => new DemoWindows(_tools).MakeAsync(cancel));
        await PartAsync("hints, a hotspot, teams", () => new DemoGovernance(_tools).MakeAsync(cancel));
        await PartAsync("60 wishes", () => new DemoWishes(_tools).MakeAsync(cancel));
        await PartAsync("ratings, calls by draw, templates", async () =>
        {
            await new DemoRatings(_tools).MakeAsync(cancel);
            await new DemoDraw(_tools).MakeAsync(cancel);
        });
        await PartAsync("this year's promises", () => new DemoThisYear(_tools, promises, ThisYearWords.Load()).MakeAsync(cancel));
        await PartAsync("agreements, a batch start, labels, needs", () => new DemoInvestment(_tools, InvestmentWords.Load().Places[DemoCommand.Jian]).MakeAsync(cancel));
        clock.Set(now);
        await PartAsync("cadences, meetings, decisions, bulletins", () => new DemoRhythm(_tools).MakeAsync(cancel));
        await staff.FinishAsync(cancel);
        await PartAsync("tallies and search", () => services.GetRequiredService<Pump>().DrainAsync(cancel));
    }

    private static async Task PartAsync(string name, Func<Task> make)
    {
        var watch = Stopwatch.StartNew();
        await make();
        await Console.Error.WriteLineAsync($"made {name} in {watch.Elapsed.TotalSeconds:F1} s");
    }
}
