using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>What a requester does with number and code: answer a question, take back, have it reopened, rate. The same handlers as the pages.</summary>
internal static class RequesterApi
{
    private const string Matter = "/api/v1/matters/{number}";
    private static readonly (string, string) _code = (TrackApi.CodeHeader, "The code of the receipt.");

    public static void Map(WebApplication app)
    {
        app.MapPost(Matter + "/reply", (string number, Said said, HttpContext context, RequesterDoor door, IDeeds deeds, FileWords words, CancellationToken cancel) =>
            DoAsync(number, context, door, deeds, words, said, Verb.RequesterAnswers, d => d with { Text = said.Text }, cancel))
            .Open().Tells("replyToQuestion", "Residents", "Answer the question that the unit asked").AsksHeaders(_code).Gives<Stands>();
        app.MapPost(Matter + "/withdrawal", (string number, Said said, HttpContext context, RequesterDoor door, IDeeds deeds, FileWords words, CancellationToken cancel) =>
            DoAsync(number, context, door, deeds, words, said, Verb.Withdraw, d => d with { Reason = said.Text }, cancel))
            .Open().Tells("withdrawMatter", "Residents", "Take one's own matter back").AsksHeaders(_code).Gives<Stands>();
        app.MapPost(Matter + "/reopening", (string number, Said said, HttpContext context, RequesterDoor door, IDeeds deeds, FileWords words, CancellationToken cancel) =>
            DoAsync(number, context, door, deeds, words, said, Verb.Reopen, d => d with { Reason = said.Text, IsSolved = false }, cancel))
            .Open().Tells("reopenMatter", "Residents", "Say that it is not solved after all").AsksHeaders(_code).Gives<Stands>();
        app.MapPost(Matter + "/rating", RateAsync)
            .Open().Tells("rateMatter", "Residents", "Judge the answer, once a round, from 1 to 5").AsksHeaders((TrackApi.CodeHeader, "The code of the receipt, or the token of the rating link.")).Gives<GradeGiven>();
    }

    private static async Task<IResult> DoAsync(
        string number, HttpContext context, RequesterDoor door, IDeeds deeds, FileWords words, Said said, Verb verb, Func<Deed, Deed> with, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        var code = context.Request.Headers[TrackApi.CodeHeader].ToString();
        if (code.Length == 0)
        {
            return new Missing(TrackApi.CodeHeader).Problem(context);
        }
        var act = context.Act() with { Who = Actor.Public };
        if ((await door.FindAsync(number, code, context.Address(), act.At, cancel)).IsRefused(out var refusal, out var matter))
        {
            return refusal.Problem(context);
        }
        if ((await words.OpenAsync(said.Files, cancel)).IsRefused(out var gone, out var files))
        {
            return gone.Problem(context);
        }
        using var held = files;
        var deed = with(new Deed(matter.Id, verb, 0) { Code = code, OnceKey = context.OnceKey(), Files = held.Files });
        return (await deeds.DoAsync(deed, act, cancel)).Match(
            done => Results.Ok(new Stands(done.Number, Word.Of(done.State), done.DueAt)), no => no.Problem(context));
    }

    private static async Task<IResult> RateAsync(string number, Judged judged, HttpContext context, RateMatterHandler handler, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        var command = new RateMatter(number, context.Request.Headers[TrackApi.CodeHeader].ToString(), judged.Grade)
        {
            IsSolved = judged.Solved,
            Comment = judged.Comment,
            Address = context.Address(),
            OnceKey = context.OnceKey(),
        };
        return (await handler.HandleAsync(command, context.Act(), cancel)).Match(rated => Results.Ok(new GradeGiven(rated.Number, rated.Grade)), no => no.Problem(context));
    }
}

/// <param name="Text">The reply or the reason.</param>
internal sealed record Said(string? Text)
{
    /// <summary>Words of POST /api/v1/files.</summary>
    public IReadOnlyList<string>? Files { get; init; }
}

/// <param name="Grade">1 very dissatisfied .. 5 very satisfied.</param>
/// <param name="Solved">Whether the matter is solved, in the requester's eyes.</param>
/// <param name="Comment">Up to 500 characters; never public.</param>
internal sealed record Judged(int Grade, bool? Solved, string? Comment);

/// <summary>Where the matter stands now.</summary>
internal sealed record Stands(string Number, string State, DateTimeOffset? DueAt);

internal sealed record GradeGiven(string Number, int Grade);
