using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation.Watching;

/// <summary>Patterns that honest ratings seldom make (rules A7.6). They are shown to the supervisor; nothing is deleted or counted out by itself.</summary>
internal static class Alarms
{
    /// <summary>From so many ratings of one kind on, within the time (ours, until practice tells better).</summary>
    public static IReadOnlyDictionary<RatingAlarmKind, (int Ratings, TimeSpan Within)> Limits { get; } = new Dictionary<RatingAlarmKind, (int, TimeSpan)>
    {
        [RatingAlarmKind.Device] = (3, TimeSpan.FromDays(1)),
        [RatingAlarmKind.Network] = (10, TimeSpan.FromDays(1)),
        [RatingAlarmKind.Minute] = (10, TimeSpan.FromMinutes(1)),
        [RatingAlarmKind.Phone] = (5, TimeSpan.FromDays(30)),
        [RatingAlarmKind.TooSoon] = (3, TimeSpan.FromDays(7)),
        [RatingAlarmKind.AllBest] = (15, TimeSpan.FromHours(2)),
    };

    /// <summary>An answer rated this fast was not read.</summary>
    public const int TooSoonSeconds = 20;

    private static readonly TimeSpan _longest = TimeSpan.FromDays(30);

    public static async Task LookAsync(Work work, RatingTrace trace, Rating rating, CancellationToken cancel)
    {
        var since = trace.At - _longest;
        var (device, network, phone) = (trace.Device, trace.Network, trace.Phone);
        var hour = trace.At - Limits[RatingAlarmKind.AllBest].Within;
        // Only what shares something with this one is read.
        var near = await work.Db.Set<RatingTrace>().AsNoTracking()
            .Where(t => t.At > since && (t.Network == network || device != null && t.Device == device || phone != null && t.Phone == phone || t.At > hour || t.Seconds < TooSoonSeconds))
            .Join(work.Db.Set<Rating>(), t => t.RatingId, r => r.Id, (t, r) => new Seen(t.At, t.Device, t.Network, t.Phone, t.Seconds, r.UnitId, r.Grade)).ToListAsync(cancel);
        near.Add(new Seen(trace.At, trace.Device, trace.Network, trace.Phone, trace.Seconds, rating.UnitId, rating.Grade));
        foreach (var (kind, print, unit, times) in Find(near))
        {
            await RaiseAsync(work, kind, print, unit, times, cancel);
        }
    }

    /// <summary>Which alarms the last of these ratings completes. Pure.</summary>
    internal static IEnumerable<(RatingAlarmKind Kind, byte[]? Print, long? Unit, IReadOnlyList<DateTimeOffset> Times)> Find(IReadOnlyList<Seen> near)
    {
        var last = near[^1];
        foreach (var (kind, (most, within)) in Limits)
        {
            var same = near.Where(s => s.At > last.At - within && IsLike(kind, s, last)).ToList();
            if (same.Count >= most)
            {
                yield return (kind, PrintOf(kind, last), kind is RatingAlarmKind.AllBest or RatingAlarmKind.TooSoon ? last.Unit : null, [.. same.Select(s => s.At).Order()]);
            }
        }
    }

    /// <summary>The fingerprint an alarm is about.</summary>
    public static byte[]? PrintOf(RatingAlarmKind kind, Seen seen) => kind switch
    {
        RatingAlarmKind.Device => seen.Device,
        RatingAlarmKind.Network => seen.Network,
        RatingAlarmKind.Phone => seen.Phone,
        _ => null,
    };

    /// <summary>Whether two ratings belong to one pattern.</summary>
    public static bool IsLike(RatingAlarmKind kind, Seen one, Seen other) => kind switch
    {
        RatingAlarmKind.Minute => true,
        RatingAlarmKind.TooSoon => one.Unit == other.Unit && one.Seconds < TooSoonSeconds && other.Seconds < TooSoonSeconds,
        RatingAlarmKind.AllBest => one.Unit is not null && one.Unit == other.Unit && one.Grade == RateGrades.Best && other.Grade == RateGrades.Best,
        _ => PrintOf(kind, one) is { } print && PrintOf(kind, other) is { } its && print.AsSpan().SequenceEqual(its),
    };

    // What goes on joins the alarm that is open.
    private static async Task RaiseAsync(Work work, RatingAlarmKind kind, byte[]? print, long? unit, IReadOnlyList<DateTimeOffset> times, CancellationToken cancel)
    {
        var open = await work.Db.Set<RatingAlarm>().FirstOrDefaultAsync(a => a.Kind == kind && a.Print == print && a.UnitId == unit && a.JudgedAt == null, cancel);
        if (open is not null)
        {
            open.LastAt = times[^1];
            open.Ratings++;
            return;
        }
        var alarm = new RatingAlarm
        {
            Id = work.Act.NewId(),
            Kind = kind,
            Print = print,
            UnitId = unit,
            FirstAt = times[0],
            LastAt = times[^1],
            Ratings = times.Count,
        };
        work.Db.Add(alarm);
        AlarmNotices.Tell(work, NoticeKind.RatingAlarm, alarm.Id, string.Create(CultureInfo.InvariantCulture, $"rating/{alarm.Id}"));
        work.Record(new AlarmRaisedV1(kind, times.Count), new Subject("alarm", alarm.Id));
    }
}

/// <summary>What the alarms look at of one rating.</summary>
internal sealed record Seen(DateTimeOffset At, byte[]? Device, byte[] Network, byte[]? Phone, int Seconds, long? Unit, int? Grade);
