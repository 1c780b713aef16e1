using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>POST /api/v1/imports (multipart: file, place, as, asOf) begins one; GET /api/v1/imports/{id} tells how far it is.</summary>
internal static class ImportApi
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/api/v1/imports", BeginAsync).Needs(Capability.ImportFiles);
        app.MapGet("/api/v1/imports/{id:long}", TellAsync).Needs(Capability.ImportFiles);
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

    private static async Task<IResult> SendRefusedAsync(long id, ZhuoluoContext db, ImportStore store, CancellationToken cancel)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run || !File.Exists(store.RefusedPathOf(run)))
        {
            return Results.NotFound();
        }
        return Results.File(store.RefusedPathOf(run), "application/octet-stream", RefusedFile.NameFor(run.Name));
    }

    private static object Shown(ImportRun run, List<ImportRefusal> refused) => new
    {
        id = run.Id.ToString(CultureInfo.InvariantCulture),
        state = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(run.State.ToString()),
        kind = run.Kind,
        rows = run.RowsRead,
        total = run.RowsTotal,
        imported = run.Imported,
        duplicates = run.Duplicates,
        refusedRows = run.Refused,
        fault = run.Fault,
        refused = refused.Select(r => new { sheet = r.Sheet, row = r.Row, line = r.Line, cell = r.Cell, field = r.Field, reason = r.Reason, suggestion = r.Suggestion }),
    };
}
