using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Backlogs;

/// <summary>The cases of a list as CSV, oldest first, without titles: what looks personal stays behind the sign-in.</summary>
internal static class BacklogFile
{
    private static readonly string[] _heads =
        ["matters.number", "backlog.started", "backlog.years", "matters.filter.state", "matters.filter.outcome", "matters.lead-unit", "matters.town", "backlog.entered-on", "matters.closed-on"];

    public static void Map(WebApplication app)
    {
        app.MapGet("/backlogs/{code}.csv", SendAsync).Needs(Capability.ExportData);
        app.MapGet("/api/v1/backlogs/{code}", ShowAsync).Needs(Capability.SeeMatters)
            .Tells("showBacklog", "Matters", "A list of left-over cases with ages, sprints and counts");
    }

    private static async Task<IResult> SendAsync(string code, HttpContext context, ZhuoluoContext db, Offices offices, Texts texts, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        if (await FindAsync(code, viewer, db, cancel) is not { } found)
        {
            return Results.NotFound();
        }
        var rows = found.Figures.Lines.Select(l => (IReadOnlyList<string>)
        [
            l.Number, Day(l.StartedOn), l.Years(viewer.Today).ToString(CultureInfo.InvariantCulture), texts.Name(l.State), l.Outcome == MatterOutcome.None ? "" : texts.Name(l.Outcome),
            texts.Unit(viewer.Offices, l.LeadUnitId), texts.Place(viewer.Offices, l.TownCode), Day(l.EnteredOn), Day(l.EndedOn),
        ]);
        return Results.File(CsvText.Of([.. _heads.Select(h => texts[h])], rows), CsvText.ContentType, $"{code}.csv");
    }

    private static async Task<IResult> ShowAsync(string code, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        if (await FindAsync(code, viewer, db, cancel) is not { } found)
        {
            return new NotFound("backlog").Problem(context);
        }
        var (backlog, figures) = found;
        return Results.Ok(new
        {
            backlog.Code,
            backlog.Name,
            unit = viewer.Offices.Unit(backlog.UnitId)?.Code,
            backlog.Scope,
            backlog.EntryRule,
            backlog.IsPublic,
            figures.Total,
            figures.Left,
            figures.Cleared,
            figures.Solved,
            cases = figures.Lines.Select(l => new { l.Number, l.StartedOn, years = l.Years(viewer.Today), state = Word<MatterState>.Of(l.State), l.EnteredOn, l.EndedOn }),
        });
    }

    private static async Task<(Backlog Backlog, BacklogFigures Figures)?> FindAsync(string code, Viewer viewer, ZhuoluoContext db, CancellationToken cancel) =>
        await db.Set<Backlog>().SingleOrDefaultAsync(b => b.Code == code, cancel) is { } backlog
            ? (backlog, await BacklogFigures.ReadAsync(db, viewer.Sight.Seen(db), backlog.Id, cancel))
            : null;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
