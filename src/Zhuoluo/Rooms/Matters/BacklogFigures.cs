using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters;

/// <summary>One case on a list with what its matter says of it now.</summary>
internal sealed record BacklogLine(
    long ItemId, long MatterId, string Number, string Title, MatterState State, MatterOutcome Outcome, bool IsOpen, bool IsPublic, string TownCode,
    long? LeadUnitId, DateOnly StartedOn, DateOnly EnteredOn, DateOnly? EndedOn)
{
    /// <summary>Closed; whether it was solved is told apart.</summary>
    public bool IsCleared => State == MatterState.Closed;
    public bool IsSolved => IsCleared && Outcome == MatterOutcome.Solved;

    /// <summary>Left the list in another way: declined, transferred, merged, withdrawn.</summary>
    public bool IsOtherwise => !IsOpen && !IsCleared;

    /// <summary>Whole years since the trouble began, until it ended or until today.</summary>
    public int Years(DateOnly today)
    {
        var until = EndedOn ?? today;
        var years = until.Year - StartedOn.Year;
        return Math.Max(0, StartedOn.AddYears(years) > until ? years - 1 : years);
    }

    public bool StoodOn(DateOnly day) => EnteredOn <= day && (EndedOn is not { } end || end > day);
}

/// <summary>A day of a sprint: how many came onto the list, were cleared, left it otherwise, and were left at its end.</summary>
internal sealed record BacklogDay(DateOnly Day, int Entered, int Cleared, int Otherwise, int Left);

/// <summary>How old what is left is. Numbers are the years from which the group begins.</summary>
internal enum BacklogAge { UnderOne = 0, One = 1, Three = 3, Five = 5, Ten = 10, Twenty = 20 }

/// <summary>The numbers of a list, all computed from its cases; nothing is typed and nothing stored.</summary>
internal sealed record BacklogFigures(IReadOnlyList<BacklogLine> Lines)
{
    public int Total => Lines.Count;
    public int Left => Lines.Count(l => l.IsOpen);
    public int Cleared => Lines.Count(l => l.IsCleared);
    public int Solved => Lines.Count(l => l.IsSolved);
    public int Otherwise => Lines.Count(l => l.IsOtherwise);

    public static BacklogAge AgeOf(BacklogLine line, DateOnly today) =>
        Enum.GetValues<BacklogAge>().Last(a => line.Years(today) >= (int)a);

    public IReadOnlyList<(BacklogAge Age, int Count)> Ages(DateOnly today) =>
        [.. Enum.GetValues<BacklogAge>().Select(a => (a, Lines.Count(l => l.IsOpen && AgeOf(l, today) == a)))];

    /// <summary>Day by day from the first to today or the last, whichever comes first.</summary>
    public IReadOnlyList<BacklogDay> Days(DateOnly from, DateOnly to, DateOnly today)
    {
        var last = to < today ? to : today;
        var days = new List<BacklogDay>();
        for (var day = from; day <= last; day = day.AddDays(1))
        {
            days.Add(new BacklogDay(
                day,
                Lines.Count(l => l.EnteredOn == day),
                Lines.Count(l => l.IsCleared && l.EndedOn == day),
                Lines.Count(l => l.IsOtherwise && l.EndedOn == day),
                Lines.Count(l => l.StoodOn(day))));
        }
        return days;
    }

    /// <summary>A straight way from what stood before the first day down to the target on the last.</summary>
    public IReadOnlyList<long> Plan(Sprint sprint, int days)
    {
        var start = Lines.Count(l => l.StoodOn(sprint.From.AddDays(-1)) || l.EnteredOn == sprint.From);
        var length = Math.Max(1, sprint.To.DayNumber - sprint.From.DayNumber);
        return [.. Enumerable.Range(0, days).Select(i => (long)Math.Max(sprint.Target, start - ((start - sprint.Target) * i / length)))];
    }

    /// <summary>The cases of one list, oldest first, among the matters given; confidential ones are never on a list.</summary>
    public static async Task<BacklogFigures> ReadAsync(ZhuoluoContext db, IQueryable<Matter> seen, long backlogId, CancellationToken cancel) => new(await db.Set<BacklogItem>()
        .Where(i => i.BacklogId == backlogId && i.RemovedOn == null)
        .Join(seen.Where(m => !m.IsConfidential), i => i.MatterId, m => m.Id, (i, m) => new { Item = i, Matter = m })
        .OrderBy(x => x.Item.StartedOn).ThenBy(x => x.Item.Id)
        .Select(x => new BacklogLine(x.Item.Id, x.Matter.Id, x.Matter.Number, x.Matter.Title, x.Matter.State, x.Matter.Outcome, x.Matter.IsOpen, x.Matter.IsPublic,
            x.Matter.TownCode, x.Matter.LeadUnitId, x.Item.StartedOn, x.Item.EnteredOn, x.Matter.ClosedOn))
        .ToListAsync(cancel));
}
