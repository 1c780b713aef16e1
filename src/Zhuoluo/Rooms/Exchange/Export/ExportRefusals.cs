using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Names and texts go out only for a stated reason.</summary>
internal sealed record ExportNeedsReason() : Refusal("export-needs-reason")
{
    public override string? Field => "reason";
}

internal sealed record PassphraseTooShort(int Least) : Refusal("passphrase-too-short")
{
    public override string? Field => "passphrase";
    public override IReadOnlyList<object> Arguments => [Least];
}

/// <summary>A move is JSON lines, sealed; there is no other form of it.</summary>
internal sealed record MoveIsSealed() : Refusal("move-is-sealed")
{
    public override string? Field => "format";
}

internal sealed record FolderNotEmpty() : Refusal("folder-not-empty")
{
    public override string? Field => "out";
}

/// <summary>Not made yet, over, or of somebody else: the three look alike.</summary>
internal sealed record ExportNotThere() : Refusal("export-not-there")
{
    public override RefusalKind Kind => RefusalKind.Missing;
}

internal sealed record ExportNotReady() : Refusal("export-not-ready")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record ExportRunning() : Refusal("export-running")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
