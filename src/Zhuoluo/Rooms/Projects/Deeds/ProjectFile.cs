using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>All that a decision about one project may look at.</summary>
internal sealed class ProjectFile
{
    public required Project Project { get; init; }
    public required OfficesSnapshot Offices { get; init; }
    public IReadOnlyList<Listing> Listings { get; init; } = [];
    public IReadOnlyList<Target> Targets { get; init; } = [];
    public IReadOnlyList<MoneyRow> Money { get; init; } = [];
    public IReadOnlyList<Node> Nodes { get; init; } = [];
    public IReadOnlyList<Plea> Pleas { get; init; } = [];
    public IReadOnlyList<Letter> Letters { get; init; } = [];

    /// <summary>Who did the last of each verb; for "another person than".</summary>
    public IReadOnlyDictionary<ProjectVerb, long?> LastBy { get; init; } = new Dictionary<ProjectVerb, long?>();
    public Programme? Programme { get; init; }

    /// <summary>The highest number on that list.</summary>
    public int LastSerial { get; init; }

    /// <summary>The list it came onto first, whose period and thresholds hold for it.</summary>
    public Programme? Home { get; init; }

    /// <summary>Rows that a change makes.</summary>
    public List<object> Made { get; } = [];

    public Unit? Lead => Offices.Unit(Project.LeadUnitId);

    public IEnumerable<Target> TargetsNow => Targets.Where(t => t.SupersededAt is null);
    public IEnumerable<MoneyRow> MoneyNow => Money.Where(m => m.SupersededAt is null);
    public Plea? Asked(PleaKind kind) => Pleas.LastOrDefault(p => p.Kind == kind && p.IsGranted is null);
}
