using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Projects.Api;

/// <summary>/api/v1/projects and /api/v1/programmes: the same filters, the same doors as the pages. JSON only.</summary>
internal static class ProjectsApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/programmes", ProgrammesAsync).Needs(Capability.SeeProjects)
            .Tells("listProgrammes", "Projects", "Lists of promises with how their projects stand");
        app.MapPost("/api/v1/programmes", KeepAsync).Needs(Capability.ManageProjects).DisableAntiforgery()
            .Tells("keepProgramme", "Projects", "Open a list of promises");
        app.MapGet("/api/v1/projects", ListAsync).Needs(Capability.SeeProjects)
            .Tells("listProjects", "Projects", "Projects by list, unit, state, light and other filters of the page");
        app.MapGet("/api/v1/projects/{number}", ShowAsync).Needs(Capability.SeeProjects)
            .Tells("showProject", "Projects", "A project with targets, money, nodes, reports and lights");
        app.MapPost("/api/v1/projects", RegisterAsync).Needs(Capability.ApplyProject).DisableAntiforgery()
            .Tells("registerProject", "Projects", "Apply for a project, or put one on a list");
        app.MapPost("/api/v1/projects/{number}/deeds", DoAsync).Needs(Capability.SeeProjects).DisableAntiforgery()
            .Tells("doProjectDeed", "Projects", "One step of a project, as its state allows");
        app.MapPost("/api/v1/projects/{number}/progress", ReportAsync).Needs(Capability.HandleProject).DisableAntiforgery()
            .Tells("reportProgress", "Projects", "Progress of a period, or its correction");
    }

    private static async Task<IResult> ProgrammesAsync(ProgrammesQuery programmes, Offices offices, CancellationToken cancel)
    {
        var sums = await programmes.SumsAsync(cancel);
        return Results.Ok(new { items = (await programmes.AllAsync(cancel)).Select(p => ProjectJson.Of(p, sums.GetValueOrDefault(p.Id) ?? ProjectSum.None, offices.Current)) });
    }

    private static async Task<IResult> KeepAsync(ProgrammeAsked asked, HttpContext context, KeepProgrammeHandler handler, Offices offices, CancellationToken cancel) =>
        asked.Command(offices.Current).IsRefused(out var refusal, out var command) ? refusal.Problem(context)
        : (await handler.HandleAsync(command, context.Act(), cancel)).Match(_ => Results.Json(new { command.Code }, statusCode: StatusCodes.Status201Created), no => no.Problem(context));

    private static async Task<IResult> ListAsync(HttpContext context, ProjectListQuery list, Offices offices, CancellationToken cancel)
    {
        var rows = await list.PageAsync(ProjectFilter.Read(context.Request.Query), context.Today(), cancel);
        return Results.Ok(new { total = rows.Total, page = rows.Number, items = rows.Items.Select(r => ProjectJson.Of(r, offices.Current)) });
    }

    private static async Task<IResult> ShowAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        await Detail.ProjectStory.ReadAsync(db, offices.Current, Matters.Sight.Of(context.Actor(), offices.Current).Seen(db), number, cancel) is { } story
            ? Results.Ok(ProjectJson.Of(story, offices.Current))
            : new NotFound("project").Problem(context);

    private static async Task<IResult> RegisterAsync(ProjectAsked asked, HttpContext context, RegisterProjectHandler handler, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var programme = asked.Programme is { } code ? await db.Set<Programme>().Where(p => p.Code == code).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel) : null;
        if ((asked.Programme is not null && programme is null) || offices.Current.UnitByCode(asked.LeadUnit ?? "") is not { } unit)
        {
            return new UnknownValue(programme is null && asked.Programme is not null ? "programme" : "leadUnit").Problem(context);
        }
        var key = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 100 } given ? given : null;
        return (await handler.HandleAsync(asked.Command(unit.Id, programme, key), context.Act(), cancel)).Match(
            done => Results.Json(new { done.Number, state = Word.Of(done.State) }, statusCode: StatusCodes.Status201Created),
            refusal => refusal.Problem(context));
    }

    private static async Task<IResult> DoAsync(string number, ProjectDeedAsked asked, HttpContext context, DoProject door, ZhuoluoContext db, CancellationToken cancel)
    {
        if (await IdAsync(db, number, cancel) is not { } id)
        {
            return new NotFound("project").Problem(context);
        }
        if (Word<ProjectVerb>.Read(asked.Verb) is not { } verb || verb == ProjectVerb.Apply)
        {
            return new UnknownValue("verb").Problem(context);
        }
        var programme = asked.Programme is { } code ? await db.Set<Programme>().Where(p => p.Code == code).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel) : null;
        return (await door.DoAsync(asked.ToDeed(id, verb, programme), context.Act(), cancel)).Match(
            done => Results.Ok(new { done.Number, state = Word.Of(done.State), done.Version }),
            refusal => refusal.Problem(context));
    }

    private static async Task<IResult> ReportAsync(string number, ProgressAsked asked, HttpContext context, ReportProgressHandler handler, ZhuoluoContext db, CancellationToken cancel) =>
        await IdAsync(db, number, cancel) is not { } id ? new NotFound("project").Problem(context)
        : (await handler.HandleAsync(asked.Command(id), context.Act(), cancel)).Match(
            done => Results.Ok(new { done.Number, state = Word.Of(done.State), done.Version }),
            refusal => refusal.Problem(context));

    private static Task<long?> IdAsync(ZhuoluoContext db, string number, CancellationToken cancel) =>
        db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
}
