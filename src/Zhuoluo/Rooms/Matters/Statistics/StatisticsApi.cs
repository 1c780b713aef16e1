using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Statistics;

/// <summary>GET /api/v1/statistics: the counts of the page, each with the address of exactly the records it counts.</summary>
internal static class StatisticsApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/statistics", CountAsync).Needs(Capability.SeeStatistics)
        .Tells("readStatistics", "Statistics", "Counts broken down, each with the address of its records")
        .Asks(("by", "month, unit, town, category, channel, kind or drive."), ("from", "First month of opening, as 2026-03."), ("to", "Last month."), ("drive", "Code of a drive."), ("under", "Code of a unit or category: what lies directly below it."))
        .Gives<CountsTold>();

    private static async Task<IResult> CountAsync(HttpContext context, StatisticsQuery statistics, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        var filter = StatisticsFilter.Read(context.Request.Query);
        if (!Permissions.PathsOf(viewer.Who, Capability.SeeStatistics).Contains("/"))
        {
            // Who sees only own units gets numbers of own units, as on the page.
            var own = viewer.OwnUnits;
            var asked = filter.Under is { } code ? viewer.Offices.UnitByCode(code) : null;
            filter = filter with
            {
                By = Breakdown.Unit,
                Under = asked is not null && own.Contains(asked.Id) ? asked.Code : own.Count > 0 ? viewer.Offices.Unit(own[0])?.Code : "",
            };
        }
        var rows = await statistics.ReadAsync(filter, viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        return Results.Json(new CountsTold(Word<Breakdown>.Of(filter.By), viewer.Now, [.. rows.Select(CountTold.Of)]));
    }
}

/// <param name="By">The breakdown.</param>
/// <param name="AsOf">The instant of counting.</param>
/// <param name="Rows">Largest first, or in the order of time.</param>
internal sealed record CountsTold(string By, DateTimeOffset AsOf, IReadOnlyList<CountTold> Rows);

/// <summary>Closed is not solved: both stand side by side. Confidential matters are in no breakdown.</summary>
internal sealed record CountTold(string Name, long Total, long Open, long Closed, long Solved, long PartlySolved, long Explained, long NotPossible, long Otherwise, string Records, string Page)
{
    public static CountTold Of(StatisticsRow row) => new(
        row.Name, row.Total, row.Open, row.Closed, row.Solved, row.PartlySolved, row.Explained, row.NotPossible, row.Otherwise,
        "/api/v1/matters" + FilterAddress.Query(row.Records), row.Records.Href);
}
