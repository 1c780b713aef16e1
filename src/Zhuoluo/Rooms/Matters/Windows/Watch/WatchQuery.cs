using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Windows.Watch;

/// <summary>What a supervisor has before them. Messages about a line in which the reader stands are neither listed nor counted.</summary>
internal sealed class WatchQuery(ZhuoluoContext db)
{
    public const int Months = 12;

    public async Task<IReadOnlyList<Watched>> ListAsync(Viewer viewer, bool isOpen, int most, CancellationToken cancel) =>
        await Shielded(viewer).Where(x => x.Matter.IsOpen == isOpen).OrderByDescending(x => x.Matter.Id).Take(most)
            .Select(x => new Watched(x.Matter.Number, x.Matter.Title, x.Matter.State, x.Matter.DueAt, x.Matter.RegisteredAt, x.Shield.TargetUnitId,
                db.Set<WindowMessage>().Where(w => w.MatterId == x.Matter.Id).Select(w => (Tone?)w.Tone).FirstOrDefault())).ToListAsync(cancel);

    public async Task<int> OpenAsync(Viewer viewer, CancellationToken cancel) => await Shielded(viewer).CountAsync(x => x.Matter.IsOpen, cancel);

    public Task<int> AlarmsAsync(CancellationToken cancel) => db.Set<Access.RevealAlarm>().CountAsync(a => a.SeenAt == null, cancel);

    public async Task<IReadOnlyList<WindowCount>> CountsAsync(Viewer viewer, CancellationToken cancel)
    {
        var since = viewer.Now.AddMonths(-Months);
        var counts = await viewer.Sight.Seen(db).Join(db.Set<WindowMessage>().Where(w => w.At >= since), m => m.Id, w => w.MatterId, (_, w) => w)
            .GroupBy(w => new { w.UnitId, w.Tone }).Select(g => new { g.Key.UnitId, g.Key.Tone, Count = g.Count() }).ToListAsync(cancel);
        return [.. counts.GroupBy(c => c.UnitId).Select(g => (Unit: viewer.Offices.Unit(g.Key), By: g.ToDictionary(c => c.Tone, c => c.Count)))
            .Where(x => x.Unit is not null).OrderBy(x => x.Unit!.Code, StringComparer.Ordinal)
            .Select(x => new WindowCount(x.Unit!.Name, x.Unit.ParentId is { } above ? viewer.Offices.Unit(above)?.Name ?? "" : "",
                x.By.GetValueOrDefault(Tone.Praise), x.By.GetValueOrDefault(Tone.Suggestion), x.By.GetValueOrDefault(Tone.Complaint)))];
    }

    private IQueryable<ShieldedMatter> Shielded(Viewer viewer) =>
        viewer.Sight.Seen(db).Join(db.Set<Shield>(), m => m.Id, s => s.MatterId, (m, s) => new ShieldedMatter { Matter = m, Shield = s });

    private sealed class ShieldedMatter
    {
        public required Matter Matter { get; init; }
        public required Shield Shield { get; init; }
    }
}

/// <summary>One line of the list.</summary>
internal sealed record Watched(string Number, string Title, MatterState State, DateTimeOffset? DueAt, DateTimeOffset RegisteredAt, long? TargetUnitId, Tone? Tone);
