using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Drives;

/// <summary>Campaigns: everybody may know them, who manages them opens and changes them.</summary>
internal static class DrivesApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/drives", async (HttpContext context, ZhuoluoContext db, CancellationToken cancel) =>
            Tagged.Json(context, (await db.Set<Drive>().OrderByDescending(d => d.From).ThenByDescending(d => d.Id).ToListAsync(cancel)).ConvertAll(DriveLine.Of)))
            .Open().ForAnySite().Tells("listDrives", "Drives", "All drives, newest first").Gives<IReadOnlyList<DriveLine>>();
        app.MapPost("/api/v1/drives", OpenAsync).Needs(Capability.ManageDrives)
            .Tells("openDrive", "Drives", "Open a drive").Gives<DriveLine>(StatusCodes.Status201Created);
        app.MapPut("/api/v1/drives/{code}", ChangeAsync).Needs(Capability.ManageDrives)
            .Tells("changeDrive", "Drives", "Change a drive's name, period and labels").Gives<DriveLine>();
    }

    private static async Task<IResult> OpenAsync(DriveGiven given, HttpContext context, KeepDriveHandler handler, ZhuoluoContext db, CancellationToken cancel)
    {
        if (Word<DriveKind>.Read(given.Kind) is not { } kind)
        {
            return new UnknownValue("kind").Problem(context);
        }
        var outcome = await handler.HandleAsync(given.ToCommand(given.Code ?? "", kind, null) with { OnceKey = context.OnceKey() }, context.Act(), cancel);
        return outcome.IsRefused(out var refusal, out var id)
            ? refusal.Problem(context)
            : Results.Created("/api/v1/drives", DriveLine.Of(await db.Set<Drive>().SingleAsync(d => d.Id == id, cancel)));
    }

    private static async Task<IResult> ChangeAsync(string code, DriveGiven given, HttpContext context, KeepDriveHandler handler, ZhuoluoContext db, CancellationToken cancel)
    {
        if (await db.Set<Drive>().SingleOrDefaultAsync(d => d.Code == code, cancel) is not { } drive)
        {
            return new NotFound("drive").Problem(context);
        }
        var outcome = await handler.HandleAsync(given.ToCommand(code, drive.Kind, drive.Id) with { OnceKey = context.OnceKey() }, context.Act(), cancel);
        return outcome.IsRefused(out var refusal, out _)
            ? refusal.Problem(context)
            : Results.Ok(DriveLine.Of(await db.Set<Drive>().SingleAsync(d => d.Id == drive.Id, cancel)));
    }
}

/// <param name="Code">Stays what it is once the drive is open.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">survey, household-visits, hall-duty, leader-visits, needs-and-plans or other.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while none is known.</param>
internal sealed record DriveGiven(string? Code, string? Name, string? Kind, DateOnly From, DateOnly? To)
{
    public int? LabelVisitors { get; init; }
    public int? LabelHouseholds { get; init; }

    public KeepDrive ToCommand(string code, DriveKind kind, long? id) =>
        new(code, Name ?? "", kind, From, To) { Id = id, LabelVisitors = LabelVisitors, LabelHouseholds = LabelHouseholds };
}

internal sealed record DriveLine(string Code, string Name, string Kind, DateOnly From, DateOnly? To, int? LabelVisitors, int? LabelHouseholds)
{
    public static DriveLine Of(Drive drive) => new(drive.Code, drive.Name, Word.Of(drive.Kind), drive.From, drive.To, drive.LabelVisitors, drive.LabelHouseholds);
}
