namespace Zhuoluo.Rooms.Matters;

/// <summary>A drive as somebody wants it: new without an id, changed with one. Code and kind stay what they were.</summary>
internal sealed record KeepDrive(string Code, string Name, DriveKind Kind, DateOnly From, DateOnly? To)
{
    public const int LongestName = 60;

    public long? Id { get; init; }
    public int? LabelVisitors { get; init; }
    public int? LabelHouseholds { get; init; }
    public string? OnceKey { get; init; }
}
