using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>POST /api/v1/imports (multipart: file, place, as, asOf) begins one; GET /api/v1/imports/{id} tells how far it is.</summary>
internal static class ImportApi
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/api/v1/imports", BeginAsync).Needs(Capability.ImportFiles)
            .Tells("beginImport", "Exchange", "Send a file (multipart: file, place, as, asOf); it is brought in in the background").Gives<ImportTold>(StatusCodes.Status202Accepted);
        app.MapGet("/api/v1/imports/{id:long}", TellAsync).Needs(Capability.ImportFiles)
            .Tells("readImport", "Exchange", "How far an import is, and what was refused with cell and reason").Gives<ImportTold>();
        app.MapPost("/api/v1/imports/{id:long}/stop", (long id, HttpContext context, StopImportHandler handler, ZhuoluoContext db, CancellationToken cancel) =>
            TurnAsync(id, context, db, handler.HandleAsync(new StopImport(id), context.Act(), cancel), cancel)).Needs(Capability.ImportFiles)
            .Tells("stopImport", "Exchange", "Stop after the batch that is being written").Gives<ImportTold>();
        app.MapPost("/api/v1/imports/{id:long}/resume", (long id, HttpContext context, StopImportHandler handler, ZhuoluoContext db, CancellationToken cancel) =>
            TurnAsync(id, context, db, handler.HandleAsync(new ResumeImport(id), context.Act(), cancel), cancel)).Needs(Capability.ImportFiles)
            .Tells("resumeImport", "Exchange", "Go on where it was stopped").Gives<ImportTold>();
        app.MapGet("/import/{id:long}/refused", SendRefusedAsync).Needs(Capability.ImportFiles);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Upload upload, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Upload.MostRequestBytes;
        }
        if (!context.Request.HasFormContentType)
        {
            return new NoFile().Problem(context);
        }
        var form = await context.Request.ReadFormAsync(cancel);
        DateOnly? asOf = DateOnly.TryParseExact(form["asOf"], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var outcome = await upload.TakeAsync(form.Files.GetFile("file"), form["place"].ToString(), form["as"].ToString(), asOf, ImportState.Waiting, context.Act(), cancel);
        return outcome.Match(run => Results.Accepted($"/api/v1/imports/{run.Id}", Shown(run, [])), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> TellAsync(long id, ZhuoluoContext db, CancellationToken cancel)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run)
        {
            return Results.NotFound();
        }
        return Results.Json(Shown(run, await db.Set<ImportRefusal>().Where(r => r.RunId == id).OrderBy(r => r.Id).ToListAsync(cancel)));
    }

    private static async Task<IResult> TurnAsync(long id, HttpContext context, ZhuoluoContext db, Task<Outcome<Done>> turned, CancellationToken cancel) =>
        (await turned).IsRefused(out var refusal, out _) ? refusal.Problem(context) : await TellAsync(id, db, cancel);

    private static async Task<IResult> SendRefusedAsync(long id, ZhuoluoContext db, ImportStore store, CancellationToken cancel)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run || !File.Exists(store.RefusedPathOf(run)))
        {
            return Results.NotFound();
        }
        return Results.File(store.RefusedPathOf(run), "application/octet-stream", RefusedFile.NameFor(run.Name));
    }

    private static ImportTold Shown(ImportRun run, List<ImportRefusal> refused) => new(
        run.Id.ToString(CultureInfo.InvariantCulture), System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(run.State.ToString()), run.Kind)
    {
        Rows = run.RowsRead,
        Total = run.RowsTotal,
        Imported = run.Imported,
        Duplicates = run.Duplicates,
        RefusedRows = run.Refused,
        Fault = run.Fault,
        Refused = [.. refused.Select(r => new RowTold(r.Sheet, r.Row, r.Line, r.Cell, r.Field, r.Reason, r.Suggestion))],
    };
}

/// <summary>An import in the API's words.</summary>
internal sealed record ImportTold(string Id, string State, string? Kind)
{
    public required int Rows { get; init; }
    public required int? Total { get; init; }
    public required int Imported { get; init; }
    public required int Duplicates { get; init; }
    public required int RefusedRows { get; init; }
    public required string? Fault { get; init; }
    public required IReadOnlyList<RowTold> Refused { get; init; }
}

internal sealed record RowTold(string Sheet, int Row, int Line, string? Cell, string? Field, string Reason, string? Suggestion);
