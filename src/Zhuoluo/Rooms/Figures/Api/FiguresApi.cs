using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Figures.Api;

/// <summary>/api/v1/figures: definitions with their values, the records behind them, stating, and stated ones.</summary>
internal static class FiguresApi
{
    private const string Part = "Figures";
    private const int MostRecords = 200;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/figures", ListAsync).Needs(Capability.SeeFigures).Tells("listFigures", Part, "Figures with their values, for a unit or town and a period").Gives<IReadOnlyList<FigureLine>>()
            .Asks(("unit", "Code of a unit; those below it count too."), ("town", "Nine digits."), ("from", "First day."), ("to", "Last day.")).Refuses(422);
        app.MapPost("/api/v1/figures", DefineAsync).Needs(Capability.ManageFigures).DisableAntiforgery().Tells("defineFigure", Part, "Define a figure, or the next version of one").Gives<FigureDefinition>(StatusCodes.Status201Created).Refuses(422);
        app.MapGet("/api/v1/figures/{key}", ShowAsync).Needs(Capability.SeeFigures).Tells("showFigure", Part, "A figure with its value and how it is counted").Gives<FigureLine>().Refuses(404, 422);
        app.MapGet("/api/v1/figures/{key}/records", RecordsAsync).Needs(Capability.SeeFigures).Tells("listFigureRecords", Part, "The records behind a figure, newest first").Gives<IReadOnlyList<RecordLine>>().Refuses(404, 422);
        app.MapPost("/api/v1/figures/{key}/state", StateAsync).Needs(Capability.ManageFigures).DisableAntiforgery().Tells("stateFigure", Part, "Freeze a figure with exactly its records").Gives<StatedLine>(StatusCodes.Status201Created).Refuses(404, 409, 422);
        app.MapPost("/api/v1/figures/{key}/values", TellAsync).Needs(Capability.ManageFigures).DisableAntiforgery().Tells("tellFigure", Part, "Record a value that others tell").Refuses(404, 422);
        app.MapGet("/api/v1/stated-figures/{id:long}", StatedAsync).Open().ForAnySite().Tells("showStatedFigure", Part, "A stated figure that is public, with the digest that its receipt proves").Gives<StatedLine>().Refuses(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, FigureBook book, FigureCounter counter, Offices offices, string? unit, string? town, string? from, string? to, CancellationToken cancel)
    {
        if (FigureScope.Read(unit, town, from, to, offices.Current).IsRefused(out var refusal, out var scope))
        {
            return refusal.Problem(context);
        }
        var shelf = await book.ReadAsync(db, cancel);
        var now = new FigureMoment(context.Act().At);
        List<FigureLine> lines = [];
        foreach (var figure in shelf.Offered)
        {
            lines.AddRange(FigureLine.All(await counter.CountAsync(db, figure, shelf, scope, now, cancel)));
        }
        return Results.Ok(lines);
    }

    private static async Task<IResult> DefineAsync(HttpContext context, DefineFigureHandler handler, CancellationToken cancel)
    {
        FigureDefinition? given;
        try
        {
            using var body = new StreamReader(context.Request.Body);
            given = FigureJson.Read<FigureDefinition>(await body.ReadToEndAsync(cancel));
        }
        catch (JsonException)
        {
            return Problems.Of(context, StatusCodes.Status400BadRequest);
        }
        return (await handler.HandleAsync(given, context.Act(), cancel)).Match(made => Results.Json(made, statusCode: StatusCodes.Status201Created), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> ShowAsync(
        string key, HttpContext context, ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, Offices offices, Texts texts, string? unit, string? town, string? from, string? to, CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(db, cancel);
        if (shelf.Find(key) is not { } figure)
        {
            return new NotFound("figure").Problem(context);
        }
        if (FigureScope.Read(unit, town, from, to, offices.Current).IsRefused(out var refusal, out var scope))
        {
            return refusal.Problem(context);
        }
        var names = await FigureNames.ReadAsync(db, sources, [figure], cancel);
        var line = FigureLine.Of(await counter.CountAsync(db, figure, shelf, scope, context.Act().At, cancel), figure.Answers.Count > 0 ? figure.Answers[0] : null);
        return Results.Ok(line with { How = texts.HowCounted(figure, shelf, sources, names) });
    }

    private static async Task<IResult> RecordsAsync(
        string key, HttpContext context, ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, Offices offices, string? unit, string? town, string? from, string? to, int? skip, CancellationToken cancel)
    {
        if ((await book.ReadAsync(db, cancel)).Find(key) is not { Source: not null } figure)
        {
            return new NotFound("figure").Problem(context);
        }
        if (FigureScope.Read(unit, town, from, to, offices.Current).IsRefused(out var refusal, out var scope))
        {
            return refusal.Problem(context);
        }
        var act = context.Act();
        var rows = await counter.Rows(db, figure, scope, act.At).OrderByDescending(r => r.Id).Skip(Math.Max(0, skip ?? 0)).Take(MostRecords).ToListAsync(cancel);
        var source = sources.Of(figure);
        var told = (await source.TellAsync(db, [.. rows.Select(r => r.Id)], act, cancel)).ToDictionary(r => r.Id);
        var parts = source.Amounts.FirstOrDefault(a => a.Name == figure.Amount)?.Parts ?? 1;
        return Results.Ok(rows.ConvertAll(r => new RecordLine(r.Id, told.GetValueOrDefault(r.Id)?.Name, told.GetValueOrDefault(r.Id)?.Href, r.Day, offices.Current.Unit(r.UnitId)?.Code, r.Amount / (decimal)parts)));
    }

    private static async Task<IResult> StateAsync(string key, StateGiven given, HttpContext context, StateFigureHandler handler, Offices offices, CancellationToken cancel) =>
        FigureScope.Read(given.Unit, given.Town, given.From, given.To, offices.Current).IsRefused(out var refusal, out var scope) ? refusal.Problem(context)
        : (await handler.HandleAsync(new StateFigure(key, scope) { SupersedesId = given.Supersedes, Reason = given.Reason }, context.Act(given.Reason), cancel))
            .Match(stated => Results.Json(StatedLine.Of(stated), statusCode: StatusCodes.Status201Created), no => no.Problem(context));

    private static async Task<IResult> TellAsync(string key, TellGiven given, HttpContext context, TellFigureHandler handler, CancellationToken cancel) =>
        (await handler.HandleAsync(new TellFigure(key, given.From, given.To, given.Value, given.ToldBy) { IsEstimate = given.IsEstimate ?? false }, context.Act(), cancel))
            .Match(_ => Results.StatusCode(StatusCodes.Status201Created), refusal => refusal.Problem(context));

    private static async Task<IResult> StatedAsync(long id, HttpContext context, StatedReading reading, CancellationToken cancel) =>
        await reading.FindAsync(id, isPublic: true, cancel) is { } stated ? Results.Ok(StatedLine.Of(stated)) : new NotFound("figure").Problem(context);
}
