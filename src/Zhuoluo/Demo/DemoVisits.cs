using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>
/// 339 secretaries visit over 100,000 households, open 13,524 matters and close 13,489 (figures S1-017 to S1-020). The hundred and the
/// ten thousand of the drive's name are a label (S1-015, S1-016).
/// </summary>
internal sealed class DemoVisits(DemoTools tools)
{
    private const int Opened = 13524;
    private const int StillOpen = 35;
    private const int RoundsEach = 8;
    private static readonly DateOnly _first = new(2021, 3, 8);

    public async Task MakeAsync(CancellationToken cancel)
    {
        var drive = DemoTools.Must(await tools.Get<KeepDriveHandler>().HandleAsync(
            new KeepDrive("visits-2021", tools.Words.All.Drives[1], DriveKind.HouseholdVisits, new DateOnly(2021, 3, 1), new DateOnly(2021, 12, 31))
            {
                LabelVisitors = 100,
                LabelHouseholds = 10_000,
            }, tools.Operator(), cancel));
        var villages = tools.Villages();
        var visits = villages.SelectMany(v => Rounds(v, drive)).ToList();
        var ids = DemoTools.Must(await tools.Get<RecordManyHandler>().HandleAsync(visits, tools.Operator(), cancel)).Ids;

        var matters = Enumerable.Range(0, Opened).Select(i => One(i, drive, villages[i % villages.Count], visits, ids)).ToList();
        foreach (var batch in matters.Chunk(1000))
        {
            DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(batch, tools.Operator(), cancel));
        }
    }

    private IEnumerable<BulkVisit> Rounds(Place village, long drive)
    {
        var secretary = tools.Words.Name();
        for (var round = 0; round < RoundsEach; round++)
        {
            yield return new BulkVisit(drive, secretary, village.Code, _first.AddDays((round * 34) + tools.Dice.Below(30)), tools.Dice.Between(34, 42))
            {
                UnitId = tools.UnitId(village.Code),
                Note = tools.Words.All.HouseholdNote,
            };
        }
    }

    // Matter i belongs to village i mod 339; its visit is one of that village's rounds.
    private BulkMatter One(int i, long drive, Place village, List<BulkVisit> visits, IReadOnlyList<long> ids)
    {
        var topic = tools.Words.Topic();
        var visit = (i % (visits.Count / RoundsEach) * RoundsEach) + tools.Dice.Below(RoundsEach);
        var opened = visits[visit].On;
        var isClosed = i % (Opened / StillOpen) != 0 || i / (Opened / StillOpen) >= StillOpen;
        return new BulkMatter(DemoTools.KindOf(topic), Channel.Visit, tools.Words.Problem(topic, village.Name), village.Code, opened, isClosed ? MatterState.Closed : MatterState.InProgress)
        {
            Outcome = !isClosed ? MatterOutcome.None : tools.Dice.Below(25) == 0 ? MatterOutcome.Explained : MatterOutcome.Solved,
            ClosedOn = isClosed ? Earlier(opened.AddDays(tools.Dice.Between(0, 25)), new DateOnly(2021, 12, 31)) : null,
            ResultText = isClosed ? tools.Words.Result(topic, village.Name) : null,
            LeadUnitId = tools.LeadUnit(topic.Category, village),
            CategoryCode = topic.Category,
            DriveId = drive,
            VisitId = ids[visit],
            Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
        };
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
