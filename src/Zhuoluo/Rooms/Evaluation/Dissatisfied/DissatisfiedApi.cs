using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>The list and its verbs for programs; the same sight and the same handler as the pages.</summary>
internal static class DissatisfiedApi
{
    private const int PageSize = 100;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/dissatisfied", ListAsync).Needs(Capability.SeeDissatisfied)
            .Tells("listDissatisfied", "Statistics", "Bad ratings and calls, and how far each is followed");
        // JSON only: a form of another site cannot send it.
        app.MapPost("/api/v1/dissatisfied/{id:long}/deeds", DoAsync).Needs(Capability.SeeDissatisfied).DisableAntiforgery()
            .Tells("doDissatisfiedDeed", "Statistics", "One step in following a bad rating");
    }

    private static async Task<IResult> ListAsync(HttpContext context, DissatisfactionState? state, int? page, ZhuoluoContext db, DissatisfiedQuery query, Offices offices, CancellationToken cancel)
    {
        var act = context.Act();
        var rows = await query.PageAsync(Sight.Of(act.Who, offices.Current).Seen(db), state, null, null, act.At, page ?? 1, PageSize, cancel);
        return Results.Ok(new
        {
            rows.Total,
            rows.Number,
            Items = rows.Items.Select(r => new
            {
                Id = r.Item.Id.ToString(CultureInfo.InvariantCulture),
                r.Number,
                r.Item.Round,
                State = Word.Of(r.Item.State),
                Source = Word.Of(r.Item.Source),
                r.Item.Grade,
                Unit = r.Item.UnitId is { } id ? offices.Current.Unit(id)?.Code : null,
                r.Item.OpenedAt,
                r.Item.CallDueAt,
                r.Item.FixDueAt,
                r.Item.CalledAt,
                r.Item.FixedAt,
                r.Item.Version,
            }),
        });
    }

    private static async Task<IResult> DoAsync(long id, DissatisfiedAsked asked, HttpContext context, DissatisfiedHandler handler, CancellationToken cancel)
    {
        if (Word<DissatisfactionVerb>.Read(asked.Verb) is not { } verb)
        {
            return new Missing("verb").Problem(context);
        }
        var deed = new DissatisfiedDeed(id, verb, asked.Version) { Note = asked.Note, Exit = Word<DissatisfactionExit>.Read(asked.Exit) ?? DissatisfactionExit.None, ReviewOn = asked.ReviewOn };
        var outcome = await handler.HandleAsync(deed, context.Act(asked.Note), cancel);
        return outcome.Match(done => Results.Ok(new { State = Word.Of(done.State), done.Version }), refusal => refusal.Problem(context));
    }
}

internal sealed record DissatisfiedAsked(string Verb, int Version = 0, string? Note = null, string? Exit = null, DateOnly? ReviewOn = null);
