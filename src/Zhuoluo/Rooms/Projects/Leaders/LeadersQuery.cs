using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Leaders;

/// <summary>Who leads what (row E05), and who holds the role of a leader and leads nothing. Counts of promises, no ranking of people (rules D2).</summary>
internal sealed class LeadersQuery(ZhuoluoContext db)
{
    /// <summary>In the order of their names.</summary>
    public async Task<IReadOnlyList<LeaderLine>> AllAsync(CancellationToken cancel)
    {
        var led = await db.Set<Project>().AsNoTracking().Where(p => p.LeaderName != null && p.State != ProjectState.Cancelled && p.State != ProjectState.NotEntered)
            .GroupBy(p => p.LeaderName!).Select(g => new
            {
                Name = g.Key,
                Post = g.Max(p => p.LeaderPost),
                Total = g.LongCount(),
                Done = g.LongCount(p => p.CompletedOn != null),
                Yellow = g.LongCount(p => p.Light == ProjectLight.Yellow),
                Red = g.LongCount(p => p.Light == ProjectLight.Red),
            }).ToListAsync(cancel);
        return [.. led.Select(l => new LeaderLine(l.Name, l.Post, l.Total, l.Done, l.Yellow, l.Red)).OrderBy(l => l.Name, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> WithNoneAsync(IReadOnlyList<LeaderLine> led, DateOnly today, CancellationToken cancel)
    {
        var names = led.Select(l => l.Name).ToHashSet(StringComparer.Ordinal);
        var leaders = await db.Set<RoleAssignment>().Where(r => r.Role == Role.Leader && r.EndedAt == null)
            .Join(db.Set<Person>().Where(p => p.IsActive), r => r.PersonId, p => p.Id, (r, p) => new { Role = r, p.Name }).ToListAsync(cancel);
        return [.. leaders.Where(l => l.Role.IsHeldOn(today)).Select(l => l.Name).Distinct().Where(n => !names.Contains(n)).Order(StringComparer.Ordinal)];
    }
}

internal sealed record LeaderLine(string Name, string? Post, long Total, long Done, long Yellow, long Red);
