using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Workbench;

/// <summary>GET /api/v1/notices: what the units of the one who asks should look at now.</summary>
internal static class NoticesApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/notices", async (
        HttpContext context, ZhuoluoContext db, Offices offices, int? limit, CancellationToken cancel) =>
        {
            var lines = await Notices.ForAsync(db, context.Actor(), offices.Current, Mark.Size(limit), cancel);
            var alarms = await AlarmNotices.ForAsync(db, context.Actor(), offices.Current, Mark.Size(limit), cancel);
            return Results.Json(new PageOf<NoticeTold>(
                [.. lines.Select(n => (n.Id, n.Kind, n.At, Number: (string?)n.Number, Unit: n.UnitId is { } id ? offices.Current.Unit(id)?.Code : null))
                    .Concat(alarms.Select(a => (a.Id, a.Kind, a.At, a.Number, Unit: (string?)null)))
                    .OrderByDescending(n => n.Id).Take(Mark.Size(limit))
                    .Select(n => new NoticeTold(n.Id.ToString(CultureInfo.InvariantCulture), Word<NoticeKind>.Of(n.Kind), n.At, n.Number, n.Unit))], null));
        }).Needs(Capability.SeeMatters)
        .Tells("listNotices", "Matters", "What happened to open matters of one's own units, and alarms for supervisors, newest first").Gives<PageOf<NoticeTold>>();
}

/// <param name="Id">Grows with time.</param>
/// <param name="Kind">Such as assigned, near-due, overdue.</param>
/// <param name="At">When.</param>
/// <param name="Number">The matter; null for an alarm that is about none.</param>
/// <param name="Unit">Who is told; null for the dispatchers.</param>
internal sealed record NoticeTold(string Id, string Kind, DateTimeOffset At, string? Number, string? Unit);
