using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Duty;

/// <summary>Heads' turns in the hall.</summary>
internal static class ShiftsApi
{
    private const string Address = "/api/v1/shifts";

    public static void Map(WebApplication app)
    {
        app.MapGet(Address, ListAsync).Needs(Capability.SeeStatistics)
            .Tells("listShifts", "Duty", "Turns in the hall, newest first").Asks(("drive", "Code of a drive."), ("from", "First day."), ("to", "Last day."), ("after", "The mark of the address in next."), ("limit", "How many, 1 to 200."))
            .Gives<PageOf<ShiftLine>>().Refuses(422);
        app.MapPost(Address, AddAsync).Needs(Capability.ManageDuty)
            .Tells("addShift", "Duty", "Add a turn").Gives<ShiftAdded>(StatusCodes.Status201Created);
        app.MapPost(Address + "/{id:long}/cancellation", CancelAsync).Needs(Capability.ManageDuty)
            .Tells("cancelShift", "Duty", "Cancel a turn that brought nothing").Gives<ShiftAdded>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ZhuoluoContext db, Offices offices, string? drive, DateOnly? from, DateOnly? to, string? after, int? limit, CancellationToken cancel)
    {
        if (Mark.Read(after, "shifts", 2).IsRefused(out var refusal, out var mark))
        {
            return refusal.Problem(context);
        }
        var size = Mark.Size(limit);
        var shifts = db.Set<DutyShift>().Where(s => (from == null || s.On >= from) && (to == null || s.On <= to));
        shifts = drive is null ? shifts : shifts.Where(s => db.Set<Drive>().Any(d => d.Id == s.DriveId && d.Code == drive));
        if (mark is { Values: [> 0 and < 3_000_000 and var number, var last] })
        {
            var day = DateOnly.FromDayNumber((int)number);
            shifts = shifts.Where(s => s.On < day || (s.On == day && s.Id < last));
        }
        var rows = await shifts.OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(cancel);
        var drives = await db.Set<Drive>().ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
        return Results.Json(new PageOf<ShiftLine>(
            [.. rows.Take(size).Select(s => new ShiftLine(
                s.Id.ToString(CultureInfo.InvariantCulture), drives.GetValueOrDefault(s.DriveId), s.On, s.HeadName, s.UnitId is { } id ? offices.Current.Unit(id)?.Code : null, s.Slot, s.IsCancelled))],
            Mark.Link(context.Request, rows.Count > size, () => new Mark("shifts", [rows[size - 1].On.DayNumber, rows[size - 1].Id]))));
    }

    private static async Task<IResult> AddAsync(ShiftGiven given, HttpContext context, KeepShiftHandler handler, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var drive = await db.Set<Drive>().Where(d => d.Code == given.Drive).Select(d => d.Id).FirstOrDefaultAsync(cancel);
        var unit = given.Unit is null ? (long?)null : offices.Current.UnitByCode(given.Unit)?.Id ?? 0;
        var outcome = await handler.HandleAsync(new AddShift(drive, given.On, given.Head ?? "", unit, given.Slot) { OnceKey = context.OnceKey() }, context.Act(), cancel);
        return outcome.Match(id => Results.Created(Address, new ShiftAdded(id.ToString(CultureInfo.InvariantCulture), false)), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> CancelAsync(long id, HttpContext context, KeepShiftHandler handler, CancellationToken cancel) =>
        (await handler.HandleAsync(new CancelShift(id), context.Act(), cancel)).Match(
            _ => Results.Ok(new ShiftAdded(id.ToString(CultureInfo.InvariantCulture), true)), refusal => refusal.Problem(context));
}

internal sealed record ShiftLine(string Id, string? Drive, DateOnly On, string Head, string? Unit, string? Slot, bool Cancelled);

/// <param name="Drive">Code of the drive.</param>
/// <param name="On">The day.</param>
/// <param name="Head">Who sits in the hall.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Slot">Such as morning.</param>
internal sealed record ShiftGiven(string? Drive, DateOnly On, string? Head, string? Unit, string? Slot);

internal sealed record ShiftAdded(string Id, bool Cancelled);
