using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>/api/v1/petitions: the same filter, the same door and the same sight as the pages. JSON only.</summary>
internal static class PetitionsApi
{
    private const int PageSize = 50;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/petitions", ListAsync).Needs(Capability.SeeMatters)
            .Tells("listPetitions", "Matters", "Petitions that the caller may see, with stage, source and limit");
        app.MapPost("/api/v1/petitions", RegisterAsync).Needs(Capability.ManagePetitions).DisableAntiforgery()
            .Tells("registerPetition", "Matters", "Register a petition, or turn a matter into one");
        app.MapPost("/api/v1/petitions/{number}/deeds", DoAsync).Needs(Capability.SeeMatters).DisableAntiforgery()
            .Tells("doPetitionDeed", "Matters", "One step of a petition, as its stage allows");
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        var filter = PetitionFilter.Read(context.Request.Query);
        var matching = db.Petitions(filter, viewer);
        var total = await matching.LongCountAsync(cancel);
        var rows = await matching.OrderByDescending(c => c.Matter.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return Results.Ok(new { total, page = filter.Page, items = rows.Select(c => PetitionShown.Of(c, offices.Current)) });
    }

    private static async Task<IResult> RegisterAsync(PetitionAsked asked, HttpContext context, RegisterPetitionHandler handler, CancellationToken cancel)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 100 } given ? given : null;
        return (await handler.HandleAsync(asked.Command(key), context.Act(), cancel)).Match(
            receipt => Results.Json(new { receipt.Number, receipt.RegisteredAt, receipt.DueAt }, statusCode: StatusCodes.Status201Created),
            refusal => refusal.Problem(context));
    }

    private static async Task<IResult> DoAsync(string number, PetitionDeedAsked asked, HttpContext context, ZhuoluoContext db, Offices offices, DoPetitionDeed deeds, CancellationToken cancel)
    {
        var id = await Sight.Of(context.Actor(), offices.Current).Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel);
        if (id is null)
        {
            return new NotFound("petition").Problem(context);
        }
        if (Word<PetitionVerb>.Read(asked.Verb) is not { } verb || verb == PetitionVerb.Register)
        {
            return new UnknownValue("verb").Problem(context);
        }
        return (await deeds.DoAsync(asked.ToDeed(id.Value, verb, offices.Current), context.Act(), cancel)).Match(
            done => Results.Ok(new { done.Number, stage = Word<PetitionStage>.Of(done.Stage), state = Word<MatterState>.Of(done.State), done.Version }),
            refusal => refusal.Problem(context));
    }
}
