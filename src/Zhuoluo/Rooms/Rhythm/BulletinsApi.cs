using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Api;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Bulletins and reports for programs: the same drafts, texts and steps as on the page, by the same people.</summary>
internal static class BulletinsApi
{
    private const string Part = "Rhythm";

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/bulletins/{id:long}", ShowAsync).Needs(Capability.SeeRhythm).Tells("readBulletin", Part, "A bulletin or report with its text, numbers and tables").Gives<BulletinTold>();
        app.MapPost("/api/v1/bulletins", DraftAsync).Needs(Capability.ManageRhythm).DisableAntiforgery().Tells("draftBulletin", Part, "Draft a report over a period from its template, counted now").Gives<BulletinTold>();
        app.MapPut("/api/v1/bulletins/{id:long}", WriteAsync).Needs(Capability.ManageRhythm).DisableAntiforgery().Tells("writeBulletin", Part, "Write the text of a draft; figures stand in braces").Gives<BulletinTold>();
        app.MapPost("/api/v1/bulletins/{id:long}/{verb}", MoveAsync).Needs(Capability.ManageRhythm, Capability.ApproveBulletin, Capability.PublishBulletin).DisableAntiforgery()
            .Tells("moveBulletin", Part, "recount, send, return, approve, issue or publish").Gives<BulletinTold>();
    }

    private static async Task<IResult> ShowAsync(long id, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        await db.Set<Bulletin>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is { } bulletin ? Results.Ok(BulletinTold.Of(bulletin, offices.Current)) : Results.NotFound();

    private static async Task<IResult> DraftAsync(BulletinGiven given, ZhuoluoContext db, BulletinsHandler handler, Offices offices, HttpContext context, CancellationToken cancel)
    {
        var command = new DraftBulletin(Word<BulletinKind>.Read(given.Kind) ?? 0, offices.Current.UnitByCode(given.Unit ?? "")?.Id ?? 0, given.From, given.To, given.Series ?? "") { CorrectsId = given.Corrects };
        return (await handler.DraftAsync(command, context.Act(), cancel)).IsRefused(out var refusal, out var id) ? refusal.Problem(context) : await ShowAsync(id, db, offices, cancel);
    }

    private static async Task<IResult> WriteAsync(long id, BulletinTextGiven given, BulletinsHandler handler, Offices offices, HttpContext context, CancellationToken cancel) =>
        (await handler.WriteAsync(new WriteBulletin(id, given.Version, given.Title, given.Series, given.Prose) { Addressee = given.Addressee, CopiesTo = given.CopiesTo }, context.Act(), cancel))
            .Match(b => Results.Ok(BulletinTold.Of(b, offices.Current)), refusal => refusal.Problem(context));

    private static async Task<IResult> MoveAsync(long id, string verb, BulletinMoveGiven given, BulletinsHandler handler, Offices offices, HttpContext context, CancellationToken cancel) =>
        Word<BulletinVerb>.Read(verb) is not { } move || move == BulletinVerb.Write ? Results.NotFound()
            : (await handler.MoveAsync(new MoveBulletin(id, move, given.Version) { Note = given.Note }, context.Act(given.Note), cancel))
                .Match(b => Results.Ok(BulletinTold.Of(b, offices.Current)), refusal => refusal.Problem(context));
}
