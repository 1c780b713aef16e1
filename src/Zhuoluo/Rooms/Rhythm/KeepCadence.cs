namespace Zhuoluo.Rooms.Rhythm;

/// <summary>A cadence as somebody wants it: new without an id, the next edition with one. Code, beat and first day stay what they were.</summary>
internal sealed record KeepCadence(string Code, string Name, Every Every, long OfficeId, DateOnly From, IReadOnlyList<StepWanted> Steps, IReadOnlyList<long> UnitIds)
{
    public long? Id { get; init; }
    public bool IsEnded { get; init; }
}

internal sealed record StepWanted(BeatKind Kind, string Name, int Day);
