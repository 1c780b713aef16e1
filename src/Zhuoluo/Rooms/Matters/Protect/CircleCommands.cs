using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>Names somebody into the circle of a protected matter, for a reason.</summary>
internal sealed record WidenCircle(long MatterId, long PersonId, string Reason);

/// <summary>A supervisor wants a matter to go to a unit that it names.</summary>
internal sealed record AskWaiver(long MatterId, long UnitId, string Reason);

/// <summary>Another person decides on it.</summary>
internal sealed record DecideWaiver(long WaiverId, bool IsApproved);

internal sealed record CircleWidenedV1(int Members) : IEntry
{
    public static string Kind => "circle.widened";
    public static int Version => 1;
}

/// <summary>Somebody asked that a matter may go to whom it names; not to whom.</summary>
internal sealed record WaiverAskedV1() : IEntry
{
    public static string Kind => "waiver.asked";
    public static int Version => 1;
}

internal sealed record WaiverDecidedV1(bool IsApproved) : IEntry
{
    public static string Kind => "waiver.decided";
    public static int Version => 1;
}

/// <summary>Stands in the line of the unit that it is about.</summary>
internal sealed record StandsInLine() : Refusal("stands-in-line")
{
    public override string? Field => "Person";
}
