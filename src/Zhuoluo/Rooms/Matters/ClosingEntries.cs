using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

internal sealed record MatterCalledBackV1(CallResult Result, bool? IsSolved, int Round) : IEntry
{
    public static string Kind => "matter.called-back";
    public static int Version => 1;
}

/// <param name="Outcome">What came of it; closed is not solved.</param>
/// <param name="Rounds">How many rounds it took.</param>
/// <param name="Days">Natural days since it was registered.</param>
/// <param name="IsUnderMain">Closed together with the main matter under which it was handled.</param>
internal sealed record MatterClosedV1(MatterOutcome Outcome, int Rounds, int Days, bool IsUnderMain) : IEntry
{
    public static string Kind => "matter.closed";
    public static int Version => 1;
}

internal sealed record MatterReopenedV1(int Round, bool IsByRequester) : IEntry
{
    public static string Kind => "matter.reopened";
    public static int Version => 1;
}

internal sealed record MatterEscalatedV1(int Round) : IEntry
{
    public static string Kind => "matter.escalated";
    public static int Version => 1;
}

internal sealed record MatterWithdrawnV1(bool IsByRequester) : IEntry
{
    public static string Kind => "matter.withdrawn";
    public static int Version => 1;
}
