using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Evaluation.Exclusions;
using Zhuoluo.Rooms.Matters.Replies;

namespace Zhuoluo.Demo;

/// <summary>People who were not satisfied, one in every state of the list, an exclusion that waits for another person, and templates.</summary>
internal sealed class DemoRatings(DemoTools tools)
{
    private const int LeftDaysAgo = 16;
    // Five bad ratings from it on one day: an alarm to look at.
    private const string Kiosk = "kiosk";
    private readonly RatingPhrases _says = RatingPhrases.Read();

    private Actor Supervisor => tools.Staff["supervisor"];

    public async Task MakeAsync(CancellationToken cancel)
    {
        (string Bureau, string Category, int DaysAgo, Func<Told, Task> Tell)[] all =
        [
            ("roads", "road", 2, t => DoAsync(t, DissatisfactionVerb.MissCall, Supervisor, null)),
            ("housing", "sewer", 4, VerifiedAsync),
            ("waters", "water", 5, FixingAsync),
            ("streets", "lamp", 6, ExplainedAsync),
            ("roads", "bus", 8, t => AskAsync(t, DissatisfactionExit.Judged, _says.AskJudged)),
            ("streets", "noise", LeftDaysAgo, SettledAsync),
            ("town", "toilet", LeftDaysAgo, t => LeaveAsync(t, DissatisfactionExit.Judged, _says.AskJudged, _says.Judged)),
            ("housing", "certificate", LeftDaysAgo, t => LeaveAsync(t, DissatisfactionExit.Deferred, _says.AskDeferred, _says.Deferred)),
            ("waters", "irrigation", LeftDaysAgo, t => LeaveAsync(t, DissatisfactionExit.HandedOver, _says.AskHandedOver, _says.HandedOver)),
            ("streets", "parking", LeftDaysAgo, t => LeaveAsync(t, DissatisfactionExit.Struck, _says.AskStruck, _says.Struck)),
        ];
        for (var i = 0; i < all.Length; i++)
        {
            var (bureau, category, daysAgo, tell) = all[i];
            await tell(await RatedAsync(i, bureau, category, daysAgo, cancel));
        }
        tools.Clock.Set(tools.Now);
        await KeepTemplatesAsync(cancel);
    }

    private async Task<Told> RatedAsync(int i, string bureau, string category, int daysAgo, CancellationToken cancel)
    {
        var topic = tools.Words.All.Topics.First(t => t.Category == category);
        var story = new DemoStory(tools, bureau, topic, tools.Villages()[i]);
        await story.RegisterAsync(LocalDay.Of(tools.Now).AddDays(-daysAgo), i, cancel);
        var (words, device) = daysAgo == LeftDaysAgo ? (_says.Left[i % _says.Left.Count], Kiosk) : (_says.Words[i], null);
        await story.CloseAndRateAsync(1 + (i % 2), words, device, cancel);
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var item = await db.Set<Dissatisfaction>().Where(d => d.MatterId == story.MatterId).Select(d => d.Id).SingleAsync(cancel);
        return new Told(story, item, tools.Staff[$"{bureau}.head"], cancel);
    }

    private async Task VerifiedAsync(Told told)
    {
        await CallAsync(told);
        DemoTools.Must(await tools.Get<ExclusionHandler>().AskAsync(
            new AskExclusion(told.Story.Number, null, ExclusionReason.LegallyImpossible, _says.ExclusionDetail, _says.ExclusionEvidence), tools.As(told.Head), told.Cancel));
    }

    private Task CallAsync(Told told) => DoAsync(told, DissatisfactionVerb.Call, Supervisor, _says.Called);

    private async Task FixingAsync(Told told)
    {
        await CallAsync(told);
        await DoAsync(told, DissatisfactionVerb.Fix, Supervisor, _says.Fix);
    }

    private async Task ExplainedAsync(Told told)
    {
        await CallAsync(told);
        await DoAsync(told, DissatisfactionVerb.Explain, told.Head, _says.Explained);
    }

    // The answer, the second call and the exit follow by themselves from what happens to the matter.
    private async Task SettledAsync(Told told)
    {
        await FixingAsync(told);
        await told.Story.MendAsync(told.Cancel);
    }

    private async Task AskAsync(Told told, DissatisfactionExit exit, string note)
    {
        await CallAsync(told);
        DateOnly? review = exit == DissatisfactionExit.Deferred ? LocalDay.Of(tools.Now).AddDays(90) : null;
        await DoAsync(told, DissatisfactionVerb.AskExit, told.Head, note, d => d with { Exit = exit, ReviewOn = review });
    }

    private async Task LeaveAsync(Told told, DissatisfactionExit exit, string asked, string granted)
    {
        await AskAsync(told, exit, asked);
        await DoAsync(told, DissatisfactionVerb.GrantExit, Supervisor, granted);
    }

    private async Task DoAsync(Told told, DissatisfactionVerb verb, Actor who, string? note, Func<DissatisfiedDeed, DissatisfiedDeed>? with = null)
    {
        tools.Pass(TimeSpan.FromHours(5));
        var deed = new DissatisfiedDeed(told.ItemId, verb, 0) { Note = note };
        DemoTools.Must(await tools.Get<DissatisfiedHandler>().HandleAsync(with?.Invoke(deed) ?? deed, tools.As(who), told.Cancel));
    }

    private async Task KeepTemplatesAsync(CancellationToken cancel)
    {
        var handler = tools.Get<KeepTemplateHandler>();
        var (all, roads) = (_says.Templates[0], _says.Templates[1]);
        DemoTools.Must(await handler.HandleAsync(new KeepTemplate(null, all.Name, all.Text), tools.As(tools.Staff["dispatcher"]), cancel));
        DemoTools.Must(await handler.HandleAsync(
            new KeepTemplate(null, roads.Name, roads.Text) { UnitId = tools.UnitId(DemoPeople.Roads), CategoryCode = "road" }, tools.As(tools.Staff["roads.head"]), cancel));
    }

    private sealed record Told(DemoStory Story, long ItemId, Actor Head, CancellationToken Cancel);
}
