using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Drives;

internal sealed record CodeTaken() : Refusal("code-taken")
{
    public override string? Field => "Code";
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Not letters, digits, dots and dashes, or it looks like a telephone.</summary>
internal sealed record UnreadableCode() : Refusal("unreadable-code")
{
    public override string? Field => "Code";
}

/// <summary>The last day lies before the first.</summary>
internal sealed record PeriodReversed() : Refusal("period-backwards")
{
    public override string? Field => "To";
}

internal sealed record OutsideDrive() : Refusal("outside-drive")
{
    public override string? Field => "On";
}

internal sealed record UnknownDrive() : Refusal("unknown-drive")
{
    public override string? Field => "DriveId";
}
