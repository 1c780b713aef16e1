using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Demo;

/// <summary>Over thirty bureau heads take turns in the hall; 27 problems collected, 27 solved (figures S1-021 to S1-023).</summary>
internal sealed class DemoDuty(DemoTools tools)
{
    private const int Heads = 34;
    private const int Problems = 27;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var drive = DemoTools.Must(await tools.Get<KeepDriveHandler>().HandleAsync(
            new KeepDrive("hall-2021", tools.Words.All.Drives[2], DriveKind.HallDuty, new DateOnly(2021, 4, 1), new DateOnly(2021, 12, 31)), tools.Operator(), cancel));
        var bureaus = tools.Offices.Units.Where(u => u.Code.StartsWith("360821-", StringComparison.Ordinal)).Take(Heads).ToList();
        var shifts = bureaus.Select((b, i) => new BulkShift(drive, new DateOnly(2021, 4, 6).AddDays(i * 7), tools.Words.Name()) { UnitId = b.Id }).ToList();
        var ids = DemoTools.Must(await tools.Get<RecordManyHandler>().HandleAsync(shifts, tools.Operator(), cancel)).Ids;
        var villages = tools.Villages();
        var batch = Enumerable.Range(0, Problems).Select(i =>
        {
            var (topic, village, day) = (tools.Words.Topic(), tools.Dice.Of(villages), shifts[i].On);
            var isAtOnce = i % 2 == 0;
            return new BulkMatter(DemoTools.KindOf(topic), Channel.HallDuty, tools.Words.Problem(topic, village.Name), village.Code, day, MatterState.Closed)
            {
                Outcome = MatterOutcome.Solved,
                ClosedOn = isAtOnce ? day : day.AddDays(tools.Dice.Between(1, 9)),
                ResultText = tools.Words.Result(topic, village.Name),
                IsAtOnce = isAtOnce,
                LeadUnitId = shifts[i].UnitId,
                CategoryCode = topic.Category,
                DriveId = drive,
                DutyShiftId = ids[i],
            };
        }).ToList();
        DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(batch, tools.Operator(), cancel));
    }
}
