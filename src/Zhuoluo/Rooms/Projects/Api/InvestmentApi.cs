using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Rooms.Projects.Plans;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Projects.Api;

/// <summary>Agreements, signing events, rounds, labels and needs: the same doors as the pages, and the table of agreements to take along.</summary>
internal static class InvestmentApi
{
    private const string Part = "Investment";

    public static void Map(WebApplication app)
    {
        app.MapGet("/investment.csv", AgreementsFile.SendAsync).Needs(Capability.ExportData);
        app.MapGet("/api/v1/agreements", ListAsync).Needs(Capability.SeeProjects)
            .Tells("listAgreements", Part, "Agreements by type, state, event, batch, unit and year, with sums of all that match");
        app.MapPost("/api/v1/agreements", SignAsync).Needs(Capability.KeepInvestment).DisableAntiforgery()
            .Tells("signAgreement", Part, "Write down what was signed");
        app.MapPost("/api/v1/agreements/{number}/steps", MoveAsync).Needs(Capability.KeepInvestment).DisableAntiforgery()
            .Tells("moveAgreement", Part, "Land, move on, cancel or correct an agreement");
        app.MapGet("/api/v1/signing-events", EventsAsync).Needs(Capability.SeeProjects)
            .Tells("listSigningEvents", Part, "Signing events with what was said of them and what their agreements add up to");
        app.MapPost("/api/v1/signing-events", KeepEventAsync).Needs(Capability.KeepInvestment).DisableAntiforgery()
            .Tells("keepSigningEvent", Part, "Open a signing event");
        app.MapGet("/api/v1/batch-starts", BatchesAsync).Needs(Capability.SeeProjects)
            .Tells("listBatchStarts", Part, "Rounds of batch starts with their projects");
        app.MapPost("/api/v1/batch-starts", KeepBatchAsync).Needs(Capability.KeepInvestment).DisableAntiforgery()
            .Tells("keepBatchStart", Part, "Open a round of batch starts");
        app.MapGet("/api/v1/labels", LabelsAsync).Needs(Capability.SeeProjects)
            .Tells("listLabels", Part, "Labels with a number and whether their members agree with it");
        app.MapPost("/api/v1/labels", KeepLabelAsync).Needs(Capability.ManageProjects).DisableAntiforgery()
            .Tells("keepLabel", Part, "Write down a label with its members");
        app.MapGet("/api/v1/plans", PlansAsync).Needs(Capability.SeeProjects)
            .Tells("listPlans", Part, "Theme plans with their tasks, the responsible units and how far they are");
        app.MapPost("/api/v1/plans", DraftAsync).Needs(Capability.ManageProjects).DisableAntiforgery()
            .Tells("draftPlan", Part, "Draft a theme plan; it is issued on its page");
        app.MapGet("/api/v1/needs", NeedsAsync).Needs(Capability.SeeProjects)
            .Tells("listNeeds", Part, "What projects need from others, by state, kind and unit");
        app.MapPost("/api/v1/projects/{number}/needs", AskAsync).Needs(Capability.ManageProjects, Capability.HandleProject).DisableAntiforgery()
            .Tells("askElement", Part, "Ask for something that a project needs");
    }

    private static async Task<IResult> ListAsync(HttpContext context, InvestmentQuery query, Offices offices, CancellationToken cancel)
    {
        var filter = InvestmentFilter.Read(context.Request.Query);
        var rows = await query.PageAsync(filter, cancel);
        return Results.Ok(new { total = rows.Total, page = rows.Number, sums = InvestmentJson.Of(await query.SumsAsync(filter, cancel)), items = rows.Items.Select(r => InvestmentJson.Of(r, offices.Current)) });
    }

    private static async Task<IResult> SignAsync(AgreementAsked asked, HttpContext context, SignAgreementsHandler handler, Offices offices, CancellationToken cancel)
    {
        if (asked.Command(offices.Current).IsRefused(out var refusal, out var command))
        {
            return refusal.Problem(context);
        }
        var key = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 100 } given ? given : null;
        return (await handler.HandleAsync([command], context.Act(), cancel, key)).Match(done => Results.Json(new { done[0].Number, state = Word.Of(done[0].State) }, statusCode: StatusCodes.Status201Created), no => no.Problem(context));
    }

    private static async Task<IResult> MoveAsync(string number, AgreementStepAsked asked, HttpContext context, MoveAgreementHandler handler, ZhuoluoContext db, CancellationToken cancel) =>
        await db.Set<Agreement>().Where(a => a.Number == number).Select(a => (long?)a.Id).SingleOrDefaultAsync(cancel) is not { } id ? new NotFound("agreement").Problem(context)
        : asked.Command(id).IsRefused(out var refusal, out var command) ? refusal.Problem(context)
        : (await handler.HandleAsync(command, context.Act(), cancel)).Match(done => Results.Ok(new { done.Number, state = Word.Of(done.State), done.Version }), no => no.Problem(context));

    private static async Task<IResult> EventsAsync(InvestmentQuery query, Offices offices, CancellationToken cancel)
    {
        var sums = await query.ByEventAsync(cancel);
        return Results.Ok(new { items = (await query.EventsAsync(cancel)).Select(e => InvestmentJson.Of(e, sums.GetValueOrDefault(e.Id) ?? AgreementSum.None, offices.Current)) });
    }

    private static async Task<IResult> KeepEventAsync(SigningAsked asked, HttpContext context, KeepSigningHandler handler, Offices offices, CancellationToken cancel) =>
        asked.Command(offices.Current).IsRefused(out var refusal, out var command) ? refusal.Problem(context) : Created(context, await handler.HandleAsync(command, context.Act(), cancel));

    private static async Task<IResult> BatchesAsync(InvestmentQuery query, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var projects = (await db.Set<BatchProject>().Join(db.Set<Project>(), b => b.ProjectId, p => p.Id, (b, p) => new { b.BatchId, p.Number }).ToListAsync(cancel)).ToLookup(p => p.BatchId, p => p.Number);
        return Results.Ok(new { items = (await query.BatchesAsync(cancel)).Select(b => InvestmentJson.Of(b, projects[b.Id].Order(StringComparer.Ordinal), offices.Current)) });
    }

    private static async Task<IResult> KeepBatchAsync(BatchAsked asked, HttpContext context, KeepBatchHandler handler, Offices offices, CancellationToken cancel) =>
        asked.Command(offices.Current).IsRefused(out var refusal, out var command) ? refusal.Problem(context) : Created(context, await handler.HandleAsync(command, context.Act(), cancel));

    private static async Task<IResult> LabelsAsync(ZhuoluoContext db, CancellationToken cancel) =>
        Results.Ok(new { items = (await LabelShown.ReadAsync(db, cancel)).Select(InvestmentJson.Of) });

    private static async Task<IResult> KeepLabelAsync(LabelAsked asked, HttpContext context, KeepLabelHandler handler, CancellationToken cancel) =>
        Created(context, await handler.HandleAsync(asked.Command(), context.Act(), cancel));

    private static async Task<IResult> PlansAsync(ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var tasks = (await db.Set<PlanTask>().AsNoTracking().OrderBy(t => t.Serial).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var plans = await db.Set<ThemePlan>().AsNoTracking().OrderByDescending(p => p.Year).ThenBy(p => p.Code).ToListAsync(cancel);
        return Results.Ok(new { items = plans.Select(p => InvestmentJson.Of(p, tasks[p.Id], offices.Current)) });
    }

    private static async Task<IResult> DraftAsync(PlanAsked asked, HttpContext context, PlansHandler handler, Offices offices, CancellationToken cancel) =>
        asked.Command(offices.Current).IsRefused(out var refusal, out var command) ? refusal.Problem(context)
        : (await handler.DraftAsync(command, context.Act(), cancel)).Match(code => Results.Json(new { code }, statusCode: StatusCodes.Status201Created), no => no.Problem(context));

    private static async Task<IResult> NeedsAsync(HttpContext context, NeedsQuery query, Offices offices, CancellationToken cancel)
    {
        var today = context.Today();
        var rows = await query.PageAsync(NeedFilter.Read(context.Request.Query), today, cancel);
        return Results.Ok(new { total = rows.Total, page = rows.Number, items = rows.Items.Select(r => InvestmentJson.Of(r, offices.Current, today)) });
    }

    private static async Task<IResult> AskAsync(string number, NeedAsked asked, HttpContext context, NeedsHandler handler, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        await db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel) is not { } id ? new NotFound("project").Problem(context)
        : asked.Command(id, offices.Current).IsRefused(out var refusal, out var command) ? refusal.Problem(context)
        : Created(context, await handler.AskAsync(command, context.Act(), cancel));

    private static IResult Created(HttpContext context, Outcome<long> made) =>
        made.Match(id => Results.Json(new { id = InvestmentJson.Text(id) }, statusCode: StatusCodes.Status201Created), no => no.Problem(context));
}
