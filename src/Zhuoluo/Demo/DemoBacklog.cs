using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Backlogs;

namespace Zhuoluo.Demo;

/// <summary>A public list of sixty left-over cases, two thirds through a sprint of a hundred days.</summary>
internal sealed class DemoBacklog(DemoTools tools)
{
    private const int Cases = 60;
    private const int SprintDays = 100;
    private const int DaysGone = 66;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var says = PetitionPhrases.Read().Backlog;
        var today = LocalDay.Of(tools.Now);
        var begun = today.AddDays(-DaysGone);
        tools.Clock.Set(tools.Now.AddDays(-1));
        var villages = tools.Villages();
        var lines = Enumerable.Range(0, Cases).Select(i =>
        {
            var village = tools.Dice.Of(villages);
            var closed = i % 4 == 3 ? (DateOnly?)null : begun.AddDays(3 + (i * 59 % (DaysGone - 5)));
            return new BulkMatter(MatterKind.Help, Channel.Window, tools.Words.Fill(says.Text, village.Name), village.Code, begun.AddDays(-20), closed is null ? MatterState.InProgress : MatterState.Closed)
            {
                Outcome = closed is null ? MatterOutcome.None : i % 13 == 5 ? MatterOutcome.Explained : MatterOutcome.Solved,
                ClosedOn = closed,
                ResultText = closed is null ? null : says.Result,
                LeadUnitId = tools.UnitId(village.Code[..9]),
                Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
            };
        }).ToList();
        var done = DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(lines, tools.Operator(), cancel));

        tools.Clock.Set(begun.AddDays(-3), 10);
        var list = DemoTools.Must(await tools.Get<KeepBacklogHandler>().HandleAsync(
            new KeepBacklog("resettlement", says.Name, tools.UnitId(DemoPeople.Housing), says.Scope, says.Rule) { IsPublic = true }, tools.Operator(), cancel));
        var cases = done.Matters.Select((m, i) => new BacklogCase(begun.AddDays(-(400 + (i * i * 2 % 7400))), m.Number, null, null)).ToList();
        DemoTools.Must(await tools.Get<EnterBacklogHandler>().HandleAsync(new EnterBacklog(list, cases), tools.Operator(), cancel));
        DemoTools.Must(await tools.Get<KeepBacklogHandler>().HandleAsync(
            new BeginSprint(list, says.Sprint, begun, begun.AddDays(SprintDays - 1), 0), tools.Operator(), cancel));
        tools.Clock.Set(tools.Now);
    }
}
