using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Draws;
using Zhuoluo.Rooms.Evaluation.Setup;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Demo;

/// <summary>Last month's draw: a wider share by a definition of the county's own, most called, one never reached, two still to call.</summary>
internal sealed class DemoDraw(DemoTools tools)
{
    private const int Share = 40;
    private const int StillToCall = 2;
    private const int DaysToTry = 3;
    private readonly RatingPhrases _says = RatingPhrases.Read();

    public async Task MakeAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        var drawn = new DateOnly(today.Year, today.Month, 1);
        tools.Clock.Set(drawn.AddDays(-75), 9);
        DemoTools.Must(await tools.Get<RatingSettingsHandler>().HandleAsync(
            new MakeDefinition([0, 0, 60, 100, 100], RateDefinitions.Shipped.ExclusionCap, Share, drawn.AddDays(-70), _says.Definition), tools.Operator(), cancel));
        tools.Clock.Set(drawn, 9);
        tools.Pass(TimeSpan.Zero);
        var draw = DemoTools.Must(await tools.Get<DrawCallBacksHandler>().HandleAsync(
            new DrawCallBacks(RatePeriod.Of(drawn.AddDays(-1)), null), tools.As(tools.Staff["supervisor"]), cancel));
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var picks = await db.Set<CallPick>().Where(p => p.DrawId == draw.Id).OrderBy(p => p.Place).Select(p => p.Id).ToListAsync(cancel);
        for (var i = 1; i < picks.Count - StillToCall; i++)
        {
            tools.Pass(TimeSpan.FromMinutes(11));
            await CallAsync(Said(picks[i], i), cancel);
        }
        await MissAsync(picks[0], drawn, today, cancel);
        tools.Clock.Set(tools.Now);
    }

    private CallDrawn Said(long pick, int i)
    {
        if (i == 2)
        {
            return new CallDrawn(pick, CallResult.WantsNoCall);
        }
        var grade = i == 1 ? 2 : 3 + (i % 3);
        return new CallDrawn(pick, CallResult.Reached)
        {
            IsResponded = i % 5 != 0,
            IsSolved = i != 1,
            Grade = grade,
            Note = i == 1 ? _says.DrawBad : i % 5 == 0 ? _says.DrawNotes[2] : grade == 5 ? _says.DrawNotes[0] : grade == 3 ? _says.DrawNotes[1] : null,
        };
    }

    // On three days, as far as the month has come.
    private async Task MissAsync(long pick, DateOnly drawn, DateOnly today, CancellationToken cancel)
    {
        for (var day = drawn; day <= today && day < drawn.AddDays(DaysToTry); day = day.AddDays(1))
        {
            tools.Clock.Set(day, 16);
            tools.Pass(TimeSpan.Zero);
            await CallAsync(new CallDrawn(pick, CallResult.NotReached), cancel);
        }
    }

    private async Task CallAsync(CallDrawn call, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<CallDrawnHandler>().HandleAsync(call, tools.As(tools.Staff["supervisor"]), cancel));
}
