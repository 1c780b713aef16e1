using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Disclosure.ShowMatter;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Disclosure.Api;

/// <summary>The public side for programs: the same gates, filters and words as the pages. Lists go on with the mark in <c>next</c>.</summary>
internal static class PublicApi
{
    private static (string, string)[] Words =>
    [
        ("q", "Words of the public texts, or a number."), ("state", "open, closed or without-handling."), ("light", "late: past the limit."), ("with", "in-time, overran or returned."),
        ("kind", "The kind."), ("channel", "How it came."), ("outcome", "What came of it."), ("unit", "Code of the unit, with those below it."), ("town", "Code of the town."),
        ("category", "Code of the category, with those below it."), ("exact", "1: without what lies below."), ("drive", "Code of the drive."), ("month", "Month of opening."),
        ("from", "First day of opening."), ("to", "Last day of opening."), ("closed", "Month of closing."), ("after", "The mark of the address in next."), ("limit", "How many, 1 to 200; 50 otherwise."),
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/public/matters", ListAsync).Open().ForAnySite()
            .Tells("listPublicMatters", "Public", "Checked texts, newest first").Asks(Words).Gives<PageOf<PublicLine>>().Refuses(422);
        app.MapGet("/api/v1/public/matters/{number}", ShowAsync).Open().ForAnySite()
            .Tells("readPublicMatter", "Public", "One checked text, with its story and how long each unit held it").Gives<PublicMatter>();
        app.MapGet("/api/v1/public/statistics", CountAsync).Open().ForAnySite()
            .Tells("readPublicStatistics", "Public", "Counts by month, town, category and drive, each with the address of its records").Gives<PublicCounts>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, Offices offices, ListQuery list, string? after, int? limit, CancellationToken cancel)
    {
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        if (Mark.Read(after, "public", 1).IsRefused(out var refusal, out var mark))
        {
            return refusal.Problem(context);
        }
        var size = Mark.Size(limit);
        var rows = await list.AfterAsync(db.ShownMatters().Narrow(PublicFilter.Read(context.Request.Query), lookup, db), mark?.Values[0], size + 1, cancel);
        return Results.Json(new PageOf<PublicLine>(
            [.. rows.Take(size).Select(r => Line(r, lookup))], Mark.Link(context.Request, rows.Count > size, () => new Mark("public", [rows[size - 1].Id]))));
    }

    private static async Task<IResult> ShowAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        if (await ShownMatter.FindAsync(db, number, cancel) is not { } shown)
        {
            return Results.NotFound();
        }
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        return Tagged.Json(context, new PublicMatter(Line(shown.Row, lookup), shown.Text, shown.Answer)
        {
            CheckedAt = shown.CheckedAt,
            FirstPromise = shown.FirstPromise,
            Round = shown.Round,
            Story = [.. shown.Story.Select(s => new PublicStep(s.Key["pub.story.".Length..], s.At, lookup.UnitCode(s.UnitId), s.DueAt))],
            Held = [.. shown.Held.Select(h => new PublicHolding(lookup.UnitCode(h.UnitId), h.From, h.To, h.IsReturned))],
        });
    }

    private static async Task<IResult> CountAsync(HttpContext context, ZhuoluoContext db, Offices offices, TallyQuery tallies, CancellationToken cancel)
    {
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        var drives = await tallies.ByDriveAsync(cancel);
        return Results.Json(new PublicCounts(
            lookup.Now,
            [.. (await tallies.ByMonthAsync(null, cancel)).Select(a => Told(a, "month"))],
            [.. (await tallies.ByAsync(TallyBy.Town, null, cancel)).Select(a => Told(a, "town"))],
            [.. (await tallies.ByAsync(TallyBy.Category, null, cancel)).Select(a => Told(a, "category"))],
            (await tallies.OutcomesAsync(null, cancel)).ToDictionary(o => Word.Of(o.Key), o => o.Value),
            [.. lookup.Drives.Select(d => new PublicDrive(d.Code, d.Name, drives.GetValueOrDefault(d.Id)?.Received ?? 0, drives.GetValueOrDefault(d.Id)?.Closed ?? 0, RecordsOf("drive", d.Code)))]));
    }

    private static PublicCount Told(Amount amount, string word) =>
        new(amount.Key, amount.Received, amount.Closed, amount.Open, amount.Otherwise, amount.Key.Length == 0 ? null : RecordsOf(word, amount.Key));

    // The page lists all that are counted; those with a checked text open there and in the API.
    private static string RecordsOf(string word, string key) =>
        "/public/records" + QueryString.Create([KeyValuePair.Create<string, string?>(word, key), .. word is "category" or "unit" ? [KeyValuePair.Create<string, string?>("exact", "1")] : Array.Empty<KeyValuePair<string, string?>>()]);

    private static PublicLine Line(PublicRow row, Lookup lookup) => new(
        row.Number, row.Title, Word.Of(row.Kind), Word.Of(row.Channel), Word.Of(row.State), Word.Of(row.Outcome))
    {
        Unit = lookup.UnitCode(row.UnitId),
        Town = row.TownCode,
        Category = row.CategoryCode,
        OpenedOn = row.OpenedOn,
        ClosedOn = row.ClosedOn,
        DueAt = row.State.IsOpen() ? row.DueAt : null,
        Page = row.Href,
    };
}
