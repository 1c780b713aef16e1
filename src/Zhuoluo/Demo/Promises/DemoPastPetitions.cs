using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Petitions;

namespace Zhuoluo.Demo.Promises;

/// <summary>Petitions of an old list, settled and checked, through the bulk doors; nobody's name stands on them.</summary>
internal sealed class DemoPastPetitions(DemoTools tools, IReadOnlyList<PromisePetitions> groups)
{
    private const int Hour = 18;
    private const int DaysToSettle = 40;
    private const int DaysToCheck = 5;
    private readonly PetitionPhrases _says = PetitionPhrases.Read();

    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var group in groups)
        {
            tools.Clock.Set(group.AsOf, Hour);
            var checker = tools.Words.Name();
            var lines = Lines(group);
            var done = DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(lines, tools.Operator(), cancel));
            DemoTools.Must(await tools.Get<RecordPastPetitionsHandler>().HandleAsync(
                [.. done.Matters.Select((m, i) => Petition(group, m.MatterId, lines[i], checker, i))], tools.Operator(), cancel));
        }
    }

    private List<BulkMatter> Lines(PromisePetitions group)
    {
        var towns = tools.Offices.Places.Where(p => p.Code.Length == 9).ToList();
        var days = group.AsOf.DayNumber - group.From.DayNumber - (2 * DaysToSettle);
        return [.. Enumerable.Range(0, group.Count).Select(i =>
        {
            var (town, opened) = (tools.Dice.Of(towns), group.From.AddDays(i * days / group.Count));
            return new BulkMatter(MatterKind.Help, Channel.Window, tools.Words.Fill(_says.Texts[i % _says.Texts.Count], town.Name), town.Code, opened, MatterState.Closed)
            {
                Outcome = MatterOutcome.Solved,
                ClosedOn = opened.AddDays(DaysToSettle + (i % 20)),
                ResultText = _says.Resolved,
                LeadUnitId = tools.UnitId(town.Code),
            };
        })];
    }

    private PastPetition Petition(PromisePetitions group, long matter, BulkMatter line, string checker, int i) => new(matter, group.Level, (PetitionForm)(1 + (i % 3)), line.OpenedOn)
    {
        Sort = PetitionSort.Claim,
        Route = PetitionRoute.Opinion,
        Stage = PetitionStage.OpinionGiven,
        HardReason = group.IsHard ? _says.Hard : null,
        IsRepeatListed = group.IsListed,
        Times = group.IsListed ? 2 + (i % 4) : 1,
        ResolvedOn = line.ClosedOn,
        CheckedOn = line.ClosedOn!.Value.AddDays(DaysToCheck),
        CheckedByName = checker,
    };
}
