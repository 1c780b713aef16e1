using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What may be the same as a matter, and what comes back: the same queries and sight as the pages.</summary>
internal static class AlikeApi
{
    private const int Most = 100;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/matters/{number}/alike", AlikeAsync).Needs(Capability.SeeMatters)
            .Tells("listAlike", "Matters", "Matters that may be the same as one, with the reasons, and how often it came back").Gives<AlikeTold>();
        app.MapGet("/api/v1/recurrences", RecurrencesAsync).Needs(Capability.SeeMatters)
            .Tells("listRecurrences", "Matters", "What came back at the same place within twelve months").Gives<IReadOnlyList<RecurrenceTold>>();
    }

    private static async Task<IResult> AlikeAsync(
        string number, HttpContext context, AlikeQuery alike, RecurrenceQuery recurrences, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        if (await viewer.Sight.Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel) is not { } matter)
        {
            return Results.NotFound();
        }
        var found = await alike.OfAsync(matter, viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        return Results.Json(new AlikeTold(
            await recurrences.TimesAsync(matter, viewer, cancel),
            [.. found.Select(a => new AlikeMatterTold(
                a.Number, a.Title, Word<MatterState>.Of(a.State), a.OpenedOn, a.Likeness.Score, a.Likeness.Words, a.Likeness.Place, a.Likeness.Time,
                a.Likeness.IsLikely, a.IsSamePerson, a.IsSaid))]));
    }

    private static async Task<IResult> RecurrencesAsync(HttpContext context, RecurrenceQuery recurrences, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        return Results.Json((await recurrences.MostAsync(viewer, Most, cancel)).Select(r => new RecurrenceTold(
            r.PlaceCode, r.CategoryCode, r.Times, r.Open, r.LastOn, "/api/v1/matters" + FilterAddress.Query(Recurrence.FilterOf(r.PlaceCode, r.CategoryCode, viewer.Today)))).ToList());
    }
}

/// <param name="Times">The how-manieth time of this topic at this place in twelve months.</param>
/// <param name="Matters">Likeliest first.</param>
internal sealed record AlikeTold(int Times, IReadOnlyList<AlikeMatterTold> Matters);

/// <summary>Score and its parts in thousandths.</summary>
internal sealed record AlikeMatterTold(
    string Number, string Title, string State, DateOnly OpenedOn, int Score, int Words, int Place, int Time, bool Likely, bool SamePerson, bool SaidByRequester);

/// <summary>A place and topic that came back, with the address of exactly the matters that are counted.</summary>
internal sealed record RecurrenceTold(string Place, string Category, int Times, int Open, DateOnly LastOn, string Records);
