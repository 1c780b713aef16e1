namespace Zhuoluo.Rooms.Matters.Hotspots;

/// <summary>
/// A place and a topic of which a month brought many matters, given to a unit with a plan and a day (active governance, rules A5.4).
/// How many there were is counted from the records whenever it is shown, never stored.
/// </summary>
internal sealed class Hotspot
{
    public required long Id { get; init; }

    /// <summary>yyyymm.</summary>
    public required int Month { get; init; }
    public required string TownCode { get; init; }
    public required string CategoryCode { get; init; }
    public required long UnitId { get; set; }
    public required string Plan { get; set; }
    public required DateOnly DueOn { get; set; }
    public required DateTimeOffset SetAt { get; set; }
    public required string SetByName { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? Result { get; set; }
}
