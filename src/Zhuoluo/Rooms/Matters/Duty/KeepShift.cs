using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Duty;

/// <summary>A head's turn in the hall (row D03). What people bring there is registered as matters with this shift.</summary>
internal sealed record AddShift(long DriveId, DateOnly On, string HeadName, long? UnitId, string? Slot)
{
    public const int LongestName = 50;
    public const int LongestSlot = 20;

    public string? OnceKey { get; init; }
}

internal sealed record CancelShift(long ShiftId);

internal sealed record UnknownUnit() : Refusal("unknown-unit")
{
    public override string? Field => "UnitId";
}

/// <summary>People brought something to it, so it took place.</summary>
internal sealed record ShiftHasMatters(int Count) : Refusal("shift-has-matters")
{
    public override IReadOnlyList<object> Arguments => [Count];
}

internal sealed record ShiftAddedV1(Code Drive, Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "shift.added";
    public static int Version => 1;
}

internal sealed record ShiftCancelledV1(Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "shift.cancelled";
    public static int Version => 1;
}
