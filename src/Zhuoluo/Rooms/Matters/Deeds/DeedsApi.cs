using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>POST /api/v1/matters/{number}/deeds and GET /api/v1/matters/{number}/file: the same door and the same sight as the pages.</summary>
internal static class DeedsApi
{
    public static void Map(WebApplication app)
    {
        // JSON only: a form of another site cannot send it, so it needs no token against forgery.
        app.MapPost("/api/v1/matters/{number}/deeds", DoAsync).Needs(Capability.SeeMatters).DisableAntiforgery()
            .Tells("doDeed", "Matters", "Do something to a matter: every verb of the state table")
            .AsksHeaders(("If-Match", "The ETag of the matter as it was read; 412 when it has changed since.")).Gives<DeedTold>().Refuses(412);
        app.MapGet("/api/v1/matters/{number}/file", ShowAsync).Needs(Capability.SeeMatters)
            .Tells("readMatter", "Matters", "One matter, with what the one who asks may do to it now").AsksHeaders(("If-None-Match", "The ETag known; 304 when nothing has changed.")).Gives<MatterShown>().Gives<string>(304);
    }

    private static async Task<IResult> DoAsync(
        string number, DeedAsked asked, HttpContext context, ZhuoluoContext db, Offices offices, IDeeds deeds, FileWords words, CancellationToken cancel)
    {
        var matter = await FindAsync(number, context, db, offices, cancel);
        if (matter is null)
        {
            return new NotFound("matter").Problem(context);
        }
        if (Word<Verb>.Read(asked.Verb) is not { } verb)
        {
            return new UnknownValue("verb").Problem(context);
        }
        var version = Tagged.VersionAsked(context.Request);
        if (version < 0)
        {
            return Problems.Of(context, StatusCodes.Status412PreconditionFailed);
        }
        if ((await words.OpenAsync(asked.Files, cancel)).IsRefused(out var gone, out var files))
        {
            return gone.Problem(context);
        }
        using var held = files;
        var deed = asked.ToDeed(matter.Id, verb, offices.Current, await OtherAsync(asked.Other, context, db, offices, cancel));
        deed = deed with { Files = held.Files, OnceKey = context.OnceKey() ?? deed.OnceKey, ExpectedVersion = version ?? deed.ExpectedVersion };
        var outcome = await deeds.DoAsync(deed, context.Act(asked.Reason), cancel);
        return outcome.Match(
            done => Results.Ok(new DeedTold(done.Number, Word.Of(done.State), done.Version, done.DueAt)),
            refusal => refusal.Problem(context, refusal is ChangedMeanwhile && version is not null ? StatusCodes.Status412PreconditionFailed : null));
    }

    private static async Task<IResult> ShowAsync(
        string number, HttpContext context, ZhuoluoContext db, Offices offices, IDeeds deeds, CancellationToken cancel)
    {
        var matter = await FindAsync(number, context, db, offices, cancel);
        if (matter is null)
        {
            return new NotFound("matter").Problem(context);
        }
        var act = context.Act();
        var open = await db.Set<Proposal>().Where(p => p.MatterId == matter.Id && p.DecidedAt == null).ToListAsync(cancel);
        return Tagged.Json(context, MatterShown.Of(matter, deeds.Offered(matter, open, act.Who, act.At), offices.Current, act.At), matter.Version);
    }

    private static Task<Matter?> FindAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        Sight.Of(context.Actor(), offices.Current).Seen(db).FirstOrDefaultAsync(m => m.Number == number, cancel);

    private static async Task<long?> OtherAsync(string? number, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        // A matter that is not seen is given as one that is not there, and refused by the field's name.
        number is null ? null : (await FindAsync(number, context, db, offices, cancel))?.Id ?? 0;
}

/// <summary>What stands after a deed.</summary>
internal sealed record DeedTold(string Number, string State, int Version, DateTimeOffset? DueAt);
