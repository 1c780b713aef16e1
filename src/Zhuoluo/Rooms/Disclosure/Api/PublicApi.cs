using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Disclosure.ShowMatter;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.Api;

/// <summary>The public side for programs: the same gates, filters and words as the pages. Lists go on with the mark in <c>next</c>.</summary>
internal static class PublicApi
{
    private const int Most = 100;
    private const int Usual = 50;

    public static void Map(WebApplication app)
    {
        app.MapMethods("/api/v1/public/matters", ["GET", "HEAD"], ListAsync).Open();
        app.MapMethods("/api/v1/public/matters/{number}", ["GET", "HEAD"], ShowAsync).Open();
        app.MapMethods("/api/v1/public/statistics", ["GET", "HEAD"], CountAsync).Open();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, Offices offices, ListQuery list, string? after, int? limit, CancellationToken cancel)
    {
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        var size = Math.Clamp(limit ?? Usual, 1, Most);
        long? mark = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var rows = await list.AfterAsync(db.ShownMatters().Narrow(PublicFilter.Read(context.Request.Query), lookup, db), mark, size + 1, cancel);
        return Results.Json(new
        {
            Items = rows.Take(size).Select(r => Line(r, lookup)),
            Next = rows.Count > size ? rows[size - 1].Id.ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    private static async Task<IResult> ShowAsync(string number, HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        if (await ShownMatter.FindAsync(db, number, cancel) is not { } shown)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        return Results.Json(new
        {
            Matter = Line(shown.Row, lookup),
            shown.Text,
            shown.Answer,
            shown.CheckedAt,
            shown.FirstPromise,
            shown.Round,
            Story = shown.Story.Select(s => new { What = s.Key["pub.story.".Length..], s.At, Unit = lookup.UnitCode(s.UnitId), s.DueAt }),
            Held = shown.Held.Select(h => new { Unit = lookup.UnitCode(h.UnitId), h.From, h.To, Returned = h.IsReturned }),
        });
    }

    private static async Task<IResult> CountAsync(HttpContext context, ZhuoluoContext db, Offices offices, TallyQuery tallies, CancellationToken cancel)
    {
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        var drives = await tallies.ByDriveAsync(cancel);
        return Results.Json(new
        {
            AsOf = lookup.Now,
            Months = await tallies.ByMonthAsync(null, cancel),
            Towns = await tallies.ByAsync(TallyBy.Town, null, cancel),
            Categories = await tallies.ByAsync(TallyBy.Category, null, cancel),
            Outcomes = (await tallies.OutcomesAsync(null, cancel)).ToDictionary(o => PublicWords.Word(o.Key), o => o.Value),
            Drives = lookup.Drives.Select(d => new { d.Code, d.Name, Received = drives.GetValueOrDefault(d.Id)?.Received ?? 0, Closed = drives.GetValueOrDefault(d.Id)?.Closed ?? 0 }),
        });
    }

    private static object Line(PublicRow row, Lookup lookup) => new
    {
        row.Number,
        row.Title,
        Kind = PublicWords.Word(row.Kind),
        Channel = PublicWords.Word(row.Channel),
        State = PublicWords.Word(row.State),
        Outcome = PublicWords.Word(row.Outcome),
        Unit = lookup.UnitCode(row.UnitId),
        Town = row.TownCode,
        Category = row.CategoryCode,
        row.OpenedOn,
        row.ClosedOn,
        DueAt = row.State.IsOpen() ? row.DueAt : null,
        Page = row.Href,
    };
}
