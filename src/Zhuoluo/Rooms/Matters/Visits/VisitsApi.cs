using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>Rounds of visits: read, and recorded with the matters that came up, all or nothing.</summary>
internal static class VisitsApi
{
    private const string Address = "/api/v1/visits";

    public static void Map(WebApplication app)
    {
        app.MapGet(Address, ListAsync).Needs(Capability.SeeStatistics)
            .Tells("listVisits", "Visits", "Rounds of visits, newest first: day, place and households, no household's identity")
            .Asks(("drive", "Code of a drive."), ("town", "Code of a town."), ("from", "First day."), ("to", "Last day."), ("after", "The mark of the address in next."), ("limit", "How many, 1 to 200."))
            .Gives<PageOf<VisitLine>>().Refuses(422);
        app.MapPost(Address, RecordAsync).Needs(Capability.RegisterVisit)
            .Tells("recordVisit", "Visits", "Record a round with the matters that came up").Gives<VisitTold>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, ZhuoluoContext db, Offices offices, string? drive, string? town, DateOnly? from, DateOnly? to, string? after, int? limit, CancellationToken cancel)
    {
        if (Mark.Read(after, "visits", 1).IsRefused(out var refusal, out var mark))
        {
            return refusal.Problem(context);
        }
        var size = Mark.Size(limit);
        var last = mark?.Values[0] ?? long.MaxValue;
        var visits = db.Set<Visit>().Where(v => v.Id < last && (town == null || v.TownCode == town) && (from == null || v.On >= from) && (to == null || v.On <= to));
        visits = drive is null ? visits : visits.Where(v => db.Set<Drive>().Any(d => d.Id == v.DriveId && d.Code == drive));
        var rows = await visits.OrderByDescending(v => v.Id).Take(size + 1).ToListAsync(cancel);
        var drives = await db.Set<Drive>().ToDictionaryAsync(d => d.Id, d => d.Code, cancel);
        return Results.Json(new PageOf<VisitLine>(
            [.. rows.Take(size).Select(v => new VisitLine(drives.GetValueOrDefault(v.DriveId), v.On, v.TownCode, v.PlaceCode, v.UnitId is { } id ? offices.Current.Unit(id)?.Code : null, v.Households))],
            Mark.Link(context.Request, rows.Count > size, () => new Mark("visits", [rows[size - 1].Id]))));
    }

    private static async Task<IResult> RecordAsync(VisitGiven given, HttpContext context, RecordVisitHandler handler, ZhuoluoContext db, FileWords words, CancellationToken cancel)
    {
        var drive = await db.Set<Drive>().Where(d => d.Code == given.Drive).Select(d => d.Id).FirstOrDefaultAsync(cancel);
        var matters = new List<RegisterMatter>();
        using var held = new HeldFiles();
        foreach (var raised in given.Matters ?? [])
        {
            if (Word<MatterKind>.Read(raised.Kind) is not { } kind)
            {
                return new UnknownValue("kind").Problem(context);
            }
            if ((await words.OpenAsync(raised.Files, cancel)).IsRefused(out var gone, out var files))
            {
                return gone.Problem(context);
            }
            held.Add(files);
            matters.Add(new RegisterMatter(kind, Channel.Visit, raised.Text ?? "", raised.Place ?? given.Place ?? "") { Contact = new Contact(raised.Name, raised.Phone, raised.Address) { Email = raised.Email }, Tell = new TellMe(raised.Sms ?? false, WithCode: false, Shell.Languages.Current), Files = files.Files });
        }
        var command = new RecordVisit(drive, given.Place ?? "", given.On, given.Households)
        {
            VisitorName = given.Visitor,
            Note = given.Note,
            Matters = matters,
            OnceKey = context.OnceKey(),
        };
        var outcome = await handler.HandleAsync(command, context.Act(), cancel);
        return outcome.Match(
            done => Results.Created(Address, new VisitTold([.. done.Receipts.Select(r => new RaisedTold(r.Number, r.Code, r.DueAt))])),
            refusal => refusal.Problem(context));
    }
}

internal sealed record VisitLine(string? Drive, DateOnly On, string Town, string Place, string? Unit, int Households);

/// <param name="Drive">Code of the drive.</param>
/// <param name="Place">Code of the village or town.</param>
/// <param name="On">The day.</param>
/// <param name="Households">How many were visited.</param>
internal sealed record VisitGiven(string? Drive, string? Place, DateOnly On, int Households)
{
    /// <summary>Who visited, when that is not the one who records it.</summary>
    public string? Visitor { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<RaisedGiven>? Matters { get; init; }
}

internal sealed record RaisedGiven(string? Kind, string? Text, string? Place, string? Name, string? Phone, string? Address)
{
    /// <summary>For messages about the matter.</summary>
    public string? Email { get; init; }

    /// <summary>Agreed to SMS.</summary>
    public bool? Sms { get; init; }

    /// <summary>Words of POST /api/v1/files.</summary>
    public IReadOnlyList<string>? Files { get; init; }
}

/// <summary>The receipts of the matters, in the order given.</summary>
internal sealed record VisitTold(IReadOnlyList<RaisedTold> Matters);

internal sealed record RaisedTold(string Number, string Code, DateTimeOffset? DueAt);
