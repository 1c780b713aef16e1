namespace Zhuoluo.Rooms.Matters;

/// <summary>Two matters that belong together (rules A5.1). Never a silent merge: each row was made by a person or an import that says so.</summary>
internal sealed class Link
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long OtherId { get; init; }
    public required LinkKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal enum LinkKind { SamePersonSameMatter = 1, DifferentPeopleSameMatter = 2, Similar = 3 }
