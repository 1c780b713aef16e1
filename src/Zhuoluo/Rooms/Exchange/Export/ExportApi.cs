using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Exports for programs: ask, look how far it is, stop, make anew, fetch. Only who asked sees and gets it.</summary>
internal static class ExportApi
{
    private const string Address = "/api/v1/exports";
    private const string Part = "Exchange";

    public static void Map(WebApplication app)
    {
        app.MapPost(Address, AskAsync).Needs(Capability.ExportData).Tells("askExport", Part, "Have everything written as files, without personal data").Gives<ExportTold>(StatusCodes.Status202Accepted);
        app.MapGet(Address, ListAsync).Needs(Capability.ExportData).Tells("listExports", Part, "One's own exports, newest first").Gives<PageOf<ExportTold>>();
        app.MapGet(Address + "/{id:long}", TellAsync).Needs(Capability.ExportData).Tells("readExport", Part, "How far an export is").Gives<ExportTold>();
        app.MapPost(Address + "/{id:long}/stop", (long id, HttpContext context, AskExportHandler handler, CancellationToken cancel) => TurnAsync(new TurnExport(id, false), context, handler, cancel))
            .Needs(Capability.ExportData).Tells("stopExport", Part, "Stop an export").Gives<ExportTold>();
        app.MapPost(Address + "/{id:long}/resume", (long id, HttpContext context, AskExportHandler handler, CancellationToken cancel) => TurnAsync(new TurnExport(id, true), context, handler, cancel))
            .Needs(Capability.ExportData).Tells("resumeExport", Part, "Make a stopped export anew: it is of one moment").Gives<ExportTold>();
        app.MapGet(Address + "/{id:long}/file", SendAsync).Needs(Capability.ExportData).Tells("fetchExport", Part, "The files, as one .zip that \"zhuoluo import\" brings into an empty house").Produces(200, contentType: "application/zip");
    }

    /// <summary>For the page and the API: the file, if it is there, not over, and of the one who asks.</summary>
    public static async Task<IResult> SendAsync(long id, HttpContext context, ZhuoluoContext db, ExportStore store, CancellationToken cancel)
    {
        var act = context.Act();
        var isThere = Permissions.May(act.Who, Capability.ExportData, "/")
            && await db.Set<ExportRun>().AnyAsync(r => r.Id == id && r.PersonId == act.Who.PersonId && r.State == ExportState.Done && r.ExpiresAt > act.At, cancel)
            && File.Exists(store.PathOf(id));
        return isThere
            ? Results.File(store.PathOf(id), "application/zip", string.Create(CultureInfo.InvariantCulture, $"zhuoluo-{LocalDay.Of(act.At):yyyyMMdd}.zip"))
            : new ExportNotThere().Problem(context);
    }

    /// <summary>One list of projects as a workbook.</summary>
    public static Task<IResult> SendBookAsync(string code, HttpContext context, ProjectListFile file, CancellationToken cancel) => SendListAsync(code, isBook: true, context, file, cancel);

    /// <summary>The same as CSV.</summary>
    public static Task<IResult> SendTextAsync(string code, HttpContext context, ProjectListFile file, CancellationToken cancel) => SendListAsync(code, isBook: false, context, file, cancel);

    private static async Task<IResult> SendListAsync(string code, bool isBook, HttpContext context, ProjectListFile file, CancellationToken cancel)
    {
        var bytes = await file.MakeAsync(code, isBook, LocalDay.Of(context.Act().At), cancel);
        return bytes is null ? new NotFound("programme").Problem(context)
            : Results.File(bytes, isBook ? ProjectListFile.BookType : CsvText.ContentType, $"{code}.{(isBook ? "xlsx" : "csv")}");
    }

    private static async Task<IResult> AskAsync(ExportGiven given, HttpContext context, AskExportHandler handler, CancellationToken cancel)
    {
        if (!Enum.TryParse<ExportFormat>(given.Format ?? nameof(ExportFormat.Jsonl), ignoreCase: true, out var format) || !Enum.IsDefined(format))
        {
            return new UnknownFormat().Problem(context);
        }
        var outcome = await handler.HandleAsync(new AskExport(format) { OnceKey = context.OnceKey() }, context.Act(), cancel);
        return outcome.Match(run => Results.Accepted($"{Address}/{run.Id}", ExportTold.Of(run)), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, CancellationToken cancel)
    {
        var person = context.Actor().PersonId;
        var runs = await db.Set<ExportRun>().Where(r => r.PersonId == person).OrderByDescending(r => r.Id).Take(Mark.Usual).ToListAsync(cancel);
        return Results.Json(new PageOf<ExportTold>([.. runs.Select(ExportTold.Of)], null));
    }

    private static async Task<IResult> TellAsync(long id, HttpContext context, ZhuoluoContext db, CancellationToken cancel)
    {
        var person = context.Actor().PersonId;
        return await db.Set<ExportRun>().SingleOrDefaultAsync(r => r.Id == id && r.PersonId == person, cancel) is { } run
            ? Results.Json(ExportTold.Of(run)) : new ExportNotThere().Problem(context);
    }

    private static async Task<IResult> TurnAsync(TurnExport turn, HttpContext context, AskExportHandler handler, CancellationToken cancel) =>
        (await handler.HandleAsync(turn, context.Act(), cancel)).Match(run => Results.Ok(ExportTold.Of(run)), refusal => refusal.Problem(context));
}

/// <param name="Format">jsonl, csv or xlsx.</param>
internal sealed record ExportGiven(string? Format);

internal sealed record UnknownFormat() : Refusal("unknown-format")
{
    public override string? Field => "format";
}

/// <summary>An export in the API's words; <paramref name="File"/> only while there is one.</summary>
internal sealed record ExportTold(string Id, string State, string Format, long Rows, long? Total, long Bytes, DateTimeOffset? ExpiresAt, string? Fault, string? File)
{
    public static ExportTold Of(ExportRun run) => new(
        run.Id.ToString(CultureInfo.InvariantCulture), Word.Of(run.State), Word.Of(run.Format),
        run.RowsWritten, run.RowsTotal, run.Bytes, run.ExpiresAt, run.Fault, run is { State: ExportState.Done, Bytes: > 0 } ? $"/api/v1/exports/{run.Id}/file" : null);
}
