using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Api;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Sheets of results, talks and checks for programs, and a sheet as a table. A unit gets its own lines, as on the page.</summary>
internal static class AppraisalsApi
{
    private const int Most = 200;
    private const string Part = "Rhythm";

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/appraisals", ListAsync).Needs(Capability.SeeRhythm).Tells("listAppraisals", Part, "Sheets of results by unit, newest first").Gives<IReadOnlyList<AppraisalTold>>();
        app.MapGet("/api/v1/appraisals/{id:long}", ShowAsync).Needs(Capability.SeeRhythm).Tells("readAppraisal", Part, "A sheet with its numbers, comments and answers").Gives<SheetTold>();
        app.MapPost("/api/v1/appraisals", DraftAsync).Needs(Capability.KeepAppraisals).DisableAntiforgery().Tells("draftAppraisal", Part, "Count a sheet over a quarter or year").Gives<AppraisalTold>();
        app.MapPost("/api/v1/appraisals/{id:long}/issue", IssueAsync).Needs(Capability.KeepAppraisals).DisableAntiforgery()
            .Tells("issueAppraisal", Part, "Issue a sheet that somebody else drafted; nothing changes it any more").Gives<AppraisalTold>();
        app.MapPost("/api/v1/remarks/{id:long}/answer", AnswerAsync).Needs(Capability.HandleRhythm).DisableAntiforgery().Tells("answerRemark", Part, "What the unit answers to a comment, once").Gives<RemarkTold>();
        app.MapGet("/api/v1/talks", TalksAsync).Needs(Capability.SeeRhythm).Tells("listTalks", Part, "Talks with units, newest first").Gives<IReadOnlyList<TalkTold>>();
        app.MapPost("/api/v1/talks", HoldAsync).Needs(Capability.KeepAppraisals).DisableAntiforgery().Tells("recordTalk", Part, "Record a talk that took place; what is to be put right becomes decisions").Gives<TalkTold>();
        app.MapGet("/api/v1/inspections", InspectionsAsync).Needs(Capability.SeeRhythm).Tells("listInspections", Part, "Checks by the office, newest first; a unit gets its own once they are concluded").Gives<IReadOnlyList<InspectionTold>>();
        app.MapGet("/appraisals/{id:long}.csv", CsvAsync).Needs(Capability.SeeRhythm);
    }

    private static async Task<IResult> ListAsync(ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel) =>
        Results.Ok((await Seen(db, context, offices.Current).OrderByDescending(a => a.Id).Take(Most).ToListAsync(cancel)).ConvertAll(a => AppraisalTold.Of(a, offices.Current)));

    private static async Task<IResult> ShowAsync(long id, ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel)
    {
        if (await Seen(db, context, offices.Current).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } appraisal)
        {
            return Results.NotFound();
        }
        var units = AppraisalSight.UnitsOf(context.Actor(), offices.Current);
        var sheet = await Sheet.ReadAsync(db, id, units, offices.Current, cancel);
        var remarks = (await db.Set<Remark>().AsNoTracking().Where(r => r.AppraisalId == id).OrderBy(r => r.UnitId).ToListAsync(cancel)).FindAll(r => units?.Contains(r.UnitId) != false);
        return Results.Ok(new SheetTold(
            AppraisalTold.Of(appraisal, offices.Current),
            [.. sheet.Rows.SelectMany(r => Sheet.Columns.Select(m => new ResultTold(offices.Current.Unit(r.UnitId)?.Code, Word.Of(m), r[m].Part, r[m].Whole, r.RateOf(m)?.Shown)))],
            remarks.ConvertAll(r => RemarkTold.Of(r, offices.Current))));
    }

    private static async Task<IResult> DraftAsync(AppraisalGiven given, ZhuoluoContext db, AppraisalsHandler handler, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var command = new DraftAppraisal(
            Word<AppraisalKind>.Read(given.Kind) ?? 0, IdOf(offices.Current, given.Office), given.Day, given.Title, [.. (given.Units ?? []).Select(u => IdOf(offices.Current, u))])
        {
            CorrectsId = given.Corrects,
        };
        return (await handler.DraftAsync(command, context.Act(), cancel)).IsRefused(out var refusal, out var id)
            ? refusal.Problem(context)
            : Results.Ok(AppraisalTold.Of(await db.Set<Appraisal>().AsNoTracking().SingleAsync(a => a.Id == id, cancel), offices.Current));
    }

    private static async Task<IResult> IssueAsync(long id, IssueGiven given, AppraisalsHandler handler, Offices offices, HttpContext context, CancellationToken cancel) =>
        (await handler.IssueAsync(new IssueAppraisal(id, given.Version), context.Act(), cancel)).Match(a => Results.Ok(AppraisalTold.Of(a, offices.Current)), refusal => refusal.Problem(context));

    private static async Task<IResult> AnswerAsync(long id, AnswerGiven given, AppraisalsHandler handler, Offices offices, HttpContext context, CancellationToken cancel) =>
        (await handler.AnswerAsync(new AnswerRemark(id, given.Answer), context.Act(), cancel)).Match(r => Results.Ok(RemarkTold.Of(r, offices.Current)), refusal => refusal.Problem(context));

    private static async Task<IResult> TalksAsync(ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var talks = db.Set<Talk>().AsNoTracking();
        if (AppraisalSight.UnitsOf(context.Actor(), offices.Current) is { } units)
        {
            talks = talks.Where(t => units.Contains(t.UnitId));
        }
        return Results.Ok((await talks.OrderByDescending(t => t.On).ThenByDescending(t => t.Id).Take(Most).ToListAsync(cancel)).ConvertAll(t => TalkTold.Of(t, offices.Current)));
    }

    private static async Task<IResult> HoldAsync(TalkGiven given, TalksHandler handler, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var command = new HoldTalk(
            IdOf(offices.Current, given.Unit), IdOf(offices.Current, given.Office), given.On ?? context.Today(), given.With, given.By, given.Reasons, [.. (given.Items ?? []).Select(i => new TalkItem(i.Text, i.DueOn))])
        {
            AppraisalId = given.Appraisal,
        };
        return (await handler.HoldAsync(command, context.Act(), cancel)).Match(t => Results.Ok(TalkTold.Of(t, offices.Current)), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> InspectionsAsync(ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel) =>
        Results.Ok((await db.Set<Inspection>().AsNoTracking().Seen(context.Actor(), offices.Current).OrderByDescending(i => i.PlannedOn).ThenByDescending(i => i.Id).Take(Most).ToListAsync(cancel))
            .ConvertAll(i => InspectionTold.Of(i, offices.Current)));

    private static async Task<IResult> CsvAsync(long id, ZhuoluoContext db, Offices offices, Texts texts, HttpContext context, CancellationToken cancel)
    {
        if (!await Seen(db, context, offices.Current).AnyAsync(a => a.Id == id, cancel))
        {
            return Results.NotFound();
        }
        var sheet = await Sheet.ReadAsync(db, id, AppraisalSight.UnitsOf(context.Actor(), offices.Current), offices.Current, cancel);
        return Results.File(sheet.ToCsv(offices.Current, m => texts.Name(m), word => texts["appraisal.csv." + word]), CsvText.ContentType, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"appraisal-{id}.csv"));
    }

    private static IQueryable<Appraisal> Seen(ZhuoluoContext db, HttpContext context, OfficesSnapshot offices)
    {
        var seen = db.Set<Appraisal>().AsNoTracking().Seen(context.Actor());
        return AppraisalSight.UnitsOf(context.Actor(), offices) is not { } units ? seen : seen.Where(a => db.Set<AppraisalLine>().Any(l => l.AppraisalId == a.Id && units.Contains(l.UnitId)));
    }

    private static long IdOf(OfficesSnapshot offices, string? code) => code is null ? 0 : offices.UnitByCode(code)?.Id ?? 0;
}
