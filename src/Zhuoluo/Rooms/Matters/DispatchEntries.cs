using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>It was taken up for dispatch.</summary>
internal sealed record MatterAcceptedV1(MatterKind? MatterKind, Code? Category, DateOnly? Due) : IEntry
{
    public static string Kind => "matter.accepted";
    public static int Version => 1;
}

internal sealed record MatterAnsweredAtOnceV1(MatterOutcome Outcome) : IEntry
{
    public static string Kind => "matter.answered-at-once";
    public static int Version => 1;
}

/// <summary>A window wanted to refuse it and could not; a dispatcher looks at it.</summary>
internal sealed record MatterEscalatedFromWindowV1(Code? Office) : IEntry
{
    public static string Kind => "matter.escalated-from-window";
    public static int Version => 1;
}

internal sealed record MatterSortedV1(MatterKind? MatterKind, Code? Category, Urgency Urgency) : IEntry
{
    public static string Kind => "matter.sorted";
    public static int Version => 1;
}

internal sealed record MatterDeclineProposedV1(Code Reason) : IEntry
{
    public static string Kind => "matter.decline-proposed";
    public static int Version => 1;
}

internal sealed record MatterDeclinedV1(Code Reason) : IEntry
{
    public static string Kind => "matter.declined";
    public static int Version => 1;
}

internal sealed record MatterDeclineRejectedV1(Code Reason) : IEntry
{
    public static string Kind => "matter.decline-rejected";
    public static int Version => 1;
}

internal sealed record MatterTransferredV1(Code To) : IEntry
{
    public static string Kind => "matter.transferred";
    public static int Version => 1;
}

internal sealed record MatterRepeatLinkedV1(bool IsEarlierOpen) : IEntry
{
    public static string Kind => "matter.repeat-linked";
    public static int Version => 1;
}

/// <param name="Together">How many matters are now handled as one, the main one included.</param>
internal sealed record MatterMergedV1(int Together) : IEntry
{
    public static string Kind => "matter.merged";
    public static int Version => 1;
}

/// <param name="Lead">The lead unit; absent for a confidential matter.</param>
/// <param name="Helpers">How many units help.</param>
/// <param name="Round">Which round of handling.</param>
/// <param name="Due">The day on which the running limit ends.</param>
internal sealed record MatterAssignedV1(Code? Lead, int Helpers, int Round, DateOnly? Due) : IEntry
{
    public static string Kind => "matter.assigned";
    public static int Version => 1;
}

internal sealed record MatterReturnAskedV1(Code? Unit) : IEntry
{
    public static string Kind => "matter.return-asked";
    public static int Version => 1;
}

internal sealed record MatterReturnedV1(Code? Unit, int Returns) : IEntry
{
    public static string Kind => "matter.returned";
    public static int Version => 1;
}

internal sealed record MatterReturnRejectedV1(Code? Unit) : IEntry
{
    public static string Kind => "matter.return-rejected";
    public static int Version => 1;
}

internal sealed record MatterUrgedV1(Code? Unit, int Times) : IEntry
{
    public static string Kind => "matter.urged";
    public static int Version => 1;
}
