using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

internal sealed record MatterSignedV1(Code? Unit, bool IsInTime) : IEntry
{
    public static string Kind => "matter.signed";
    public static int Version => 1;
}

internal sealed record MatterRequesterAskedV1(Code? Unit) : IEntry
{
    public static string Kind => "matter.requester-asked";
    public static int Version => 1;
}

internal sealed record MatterRequesterAnsweredV1(int DaysWaited) : IEntry
{
    public static string Kind => "matter.requester-answered";
    public static int Version => 1;
}

/// <param name="Limit">How much more time, such as 5wd.</param>
internal sealed record MatterExtensionAskedV1(Code Limit) : IEntry
{
    public static string Kind => "matter.extension-asked";
    public static int Version => 1;
}

internal sealed record MatterExtendedV1(Code Limit, DateOnly? DueBefore) : IEntry
{
    public static string Kind => "matter.extended";
    public static int Version => 1;
}

internal sealed record MatterExtensionRefusedV1(Code Limit) : IEntry
{
    public static string Kind => "matter.extension-refused";
    public static int Version => 1;
}

internal sealed record MatterSuspensionAskedV1(DateOnly ReviewOn) : IEntry
{
    public static string Kind => "matter.suspension-asked";
    public static int Version => 1;
}

/// <summary>Put on the open list with a plan and a day of review: not closed, not solved (rules A2.12).</summary>
internal sealed record MatterSuspendedV1(DateOnly ReviewOn) : IEntry
{
    public static string Kind => "matter.suspended";
    public static int Version => 1;
}

internal sealed record MatterSuspensionRefusedV1(DateOnly ReviewOn) : IEntry
{
    public static string Kind => "matter.suspension-refused";
    public static int Version => 1;
}

internal sealed record MatterResumedV1(int DaysSuspended) : IEntry
{
    public static string Kind => "matter.resumed";
    public static int Version => 1;
}

/// <param name="Unit">Who answers; absent for a confidential matter.</param>
/// <param name="Outcome">What the unit says came of it, before anybody checked.</param>
/// <param name="Ground">Why it is not possible.</param>
/// <param name="Round">Which round of handling.</param>
/// <param name="IsInTime">Whether before the end of the limit.</param>
internal sealed record MatterAnsweredV1(Code? Unit, MatterOutcome Outcome, Code? Ground, int Round, bool IsInTime) : IEntry
{
    public static string Kind => "matter.answered";
    public static int Version => 1;
}

internal sealed record MatterAnswerApprovedV1(MatterOutcome Outcome, int Round) : IEntry
{
    public static string Kind => "matter.answer-approved";
    public static int Version => 1;
}

internal sealed record MatterAnswerSentBackV1(MatterOutcome Outcome, int Round) : IEntry
{
    public static string Kind => "matter.answer-sent-back";
    public static int Version => 1;
}
