using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Api;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Rooms.Rhythm.Meetings;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>What is due, decided and issued, for programs; and the files of minutes and bulletins.</summary>
internal static class RhythmApi
{
    private const int Most = 500;
    private const string Part = "Rhythm";

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/beats", BeatsAsync).Needs(Capability.SeeRhythm).Tells("listBeats", Part, "What cadences ask for: not done, or due since the day given").Gives<IReadOnlyList<BeatLine>>();
        app.MapPost("/api/v1/beats/{id:long}/done", FinishBeatAsync).Needs(Capability.HandleRhythm, Capability.ManageRhythm).DisableAntiforgery()
            .Tells("finishBeat", Part, "Say what was held or issued for a step of a cadence").Gives<BeatLine>();
        app.MapGet("/api/v1/decisions", DecisionsAsync).Needs(Capability.SeeRhythm).Tells("listDecisions", Part, "Decisions of meetings, those that are not carried out first").Gives<IReadOnlyList<DecisionLine>>();
        app.MapPost("/api/v1/decisions/{id:long}/done", FinishDecisionAsync).Needs(Capability.HandleRhythm, Capability.ManageRhythm).DisableAntiforgery()
            .Tells("finishDecision", Part, "Say what was done for a decision").Gives<DecisionLine>();
        app.MapGet("/api/v1/bulletins", async (ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
            (await db.Set<Bulletin>().Where(b => b.PublishedOn != null).OrderByDescending(b => b.IssuedOn).ThenByDescending(b => b.Id).Take(Most).ToListAsync(cancel)).ConvertAll(b => BulletinLine.Of(b, offices.Current)))
            .Open().ForAnySite().Tells("listBulletins", Part, "Bulletins that are public, newest first").Gives<IReadOnlyList<BulletinLine>>();
        app.MapGet("/rhythm/meetings/{id:long}.docx", MinutesAsync).Needs(Capability.SeeRhythm);
        app.MapGet("/rhythm/bulletins/{id:long}.docx", (long id, ZhuoluoContext db, Offices offices, CancellationToken cancel) => DocumentAsync(db.Set<Bulletin>(), id, offices, cancel)).Needs(Capability.SeeRhythm);
        app.MapGet("/rhythm/bulletins/{id:long}.xlsx", AnnexAsync).Needs(Capability.SeeRhythm);
        app.MapGet("/public/bulletins/{id:long}.docx", (long id, ZhuoluoContext db, Offices offices, CancellationToken cancel) => DocumentAsync(db.Set<Bulletin>().Where(b => b.PublishedOn != null), id, offices, cancel)).Open();
    }

    private static async Task<IResult> BeatsAsync(DateOnly? since, ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var today = context.Today();
        var from = since ?? today;
        var beats = await db.Set<Beat>().Where(b => b.DoneOn == null || b.DueOn >= from).OrderBy(b => b.DueOn).ThenBy(b => b.Id).Take(Most).ToListAsync(cancel);
        return Results.Ok(beats.ConvertAll(b => BeatLine.Of(b, offices.Current, today)));
    }

    private static async Task<IResult> FinishBeatAsync(long id, FinishBeatGiven given, HttpContext context, FinishBeatHandler handler, Offices offices, CancellationToken cancel) =>
        (await handler.HandleAsync(new FinishBeat(id, given.On ?? context.Today(), given.Proof), context.Act(), cancel))
            .Match(b => Results.Ok(BeatLine.Of(b, offices.Current, context.Today())), refusal => refusal.Problem(context));

    private static async Task<IResult> DecisionsAsync(ZhuoluoContext db, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var today = context.Today();
        var decisions = await db.Set<Decision>().OrderBy(d => d.DoneOn != null).ThenBy(d => d.DueOn).ThenBy(d => d.Id).Take(Most).ToListAsync(cancel);
        return Results.Ok(decisions.ConvertAll(d => DecisionLine.Of(d, offices.Current, today)));
    }

    private static async Task<IResult> FinishDecisionAsync(long id, FinishDecisionGiven given, HttpContext context, DecisionsHandler handler, Offices offices, CancellationToken cancel) =>
        (await handler.FinishAsync(new FinishDecision(id, given.On ?? context.Today(), given.Evidence, given.Version), context.Act(), cancel))
            .Match(d => Results.Ok(DecisionLine.Of(d, offices.Current, context.Today())), refusal => refusal.Problem(context));

    private static async Task<IResult> MinutesAsync(long id, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id && m.HeldOn != null, cancel) is not { } meeting
            ? Results.NotFound()
            : File(DocxFile.Write(await MinutesPaper.ReadAsync(db, meeting, offices.Current, cancel)), "minutes-" + Written(id));

    private static async Task<IResult> DocumentAsync(IQueryable<Bulletin> bulletins, long id, Offices offices, CancellationToken cancel) =>
        await bulletins.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin
            ? Results.NotFound()
            : PaperFile.Docx(bulletin, offices.Current).Match(bytes => File(bytes, "bulletin-" + Written(id)), _ => Results.NotFound());

    private static async Task<IResult> AnnexAsync(long id, ZhuoluoContext db, Texts texts, FigureSources sources, CancellationToken cancel) =>
        await db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin
            ? Results.NotFound()
            : Results.File(await PaperFile.XlsxAsync(db, bulletin, texts, sources, cancel), Documents.Xlsx.WorkbookFile.ContentType, $"bulletin-{Written(id)}.xlsx");

    private static IResult File(byte[] bytes, string name) => Results.File(bytes, DocxFile.ContentType, name + ".docx");

    private static string Written(long id) => id.ToString(CultureInfo.InvariantCulture);
}
