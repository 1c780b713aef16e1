using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Demo;

/// <summary>A drive of visits and one of turns in the hall that are still on, with nothing recorded yet: somewhere to try the forms.</summary>
internal sealed class DemoOpenDrives(DemoTools tools)
{
    private const int Turns = 5;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        var names = tools.Words.All.Drives;
        DemoTools.Must(await tools.Get<KeepDriveHandler>().HandleAsync(
            new KeepDrive("visits-now", names[3], DriveKind.HouseholdVisits, today.AddDays(-30), null), tools.Operator(), cancel));
        var hall = DemoTools.Must(await tools.Get<KeepDriveHandler>().HandleAsync(
            new KeepDrive("hall-now", names[4], DriveKind.HallDuty, today.AddDays(-30), null), tools.Operator(), cancel));
        var bureaus = tools.Offices.Units.Where(u => u.Code.StartsWith("360821-", StringComparison.Ordinal)).Take(Turns);
        var shifts = bureaus.Select((b, i) => new BulkShift(hall, today.AddDays(-7 * i), tools.Words.Name()) { UnitId = b.Id }).ToList();
        DemoTools.Must(await tools.Get<RecordManyHandler>().HandleAsync(shifts, tools.Operator(), cancel));
    }
}
