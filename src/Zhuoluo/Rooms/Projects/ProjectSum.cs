namespace Zhuoluo.Rooms.Projects;

/// <summary>How the projects of one list or unit stand. Rates count projects and never average percentages (rules B4.4).</summary>
internal sealed record ProjectSum
{
    /// <summary>Of a list that has nothing on it.</summary>
    public static ProjectSum None { get; } = new();

    /// <summary>Promised: on a list and not cancelled.</summary>
    public long Total { get; private init; }
    public long Library { get; private init; }
    public long UnderWay { get; private init; }
    public long Done { get; private init; }
    public long Closed { get; private init; }
    public long Paused { get; private init; }
    public long PartBuilt { get; private init; }
    public long Early { get; private init; }
    public long OnTime { get; private init; }
    public long Late { get; private init; }
    public long Green { get; private init; }
    public long Yellow { get; private init; }
    public long Red { get; private init; }

    /// <summary>Whole fen.</summary>
    public long Planned { get; private init; }
    public long Arrived { get; private init; }
    public long Paid { get; private init; }

    public long Lit(ProjectLight light) => light switch
    {
        ProjectLight.Green => Green,
        ProjectLight.Yellow => Yellow,
        ProjectLight.Red => Red,
        _ => Done,
    };

    public static ProjectSum Of(IEnumerable<ProjectTally> tallies)
    {
        var all = tallies.ToList();
        var promised = all.Where(t => t.State.IsPromised()).ToList();
        return new ProjectSum
        {
            Total = promised.Sum(t => t.Count),
            Library = all.Where(t => t.State is ProjectState.Candidate or ProjectState.Screened).Sum(t => t.Count),
            UnderWay = promised.Where(t => t.State.IsUnderWay() || t.State == ProjectState.Paused).Sum(t => t.Count),
            Done = promised.Where(t => t.State.IsDone()).Sum(t => t.Count),
            Closed = promised.Where(t => t.State.IsClosed()).Sum(t => t.Count),
            Paused = promised.Where(t => t.State == ProjectState.Paused).Sum(t => t.Count),
            PartBuilt = promised.Where(t => t.State == ProjectState.PartBuilt).Sum(t => t.Count),
            Early = promised.Where(t => t.Punctuality == Punctuality.Early).Sum(t => t.Count),
            OnTime = promised.Where(t => t.Punctuality == Punctuality.OnTime).Sum(t => t.Count),
            Late = promised.Where(t => t.Punctuality == Punctuality.Late).Sum(t => t.Count),
            Green = promised.Where(t => t.Light == ProjectLight.Green).Sum(t => t.Count),
            Yellow = promised.Where(t => t.Light == ProjectLight.Yellow).Sum(t => t.Count),
            Red = promised.Where(t => t.Light == ProjectLight.Red).Sum(t => t.Count),
            Planned = promised.Sum(t => t.Planned),
            Arrived = promised.Sum(t => t.Arrived),
            Paid = promised.Sum(t => t.Paid),
        };
    }
}
