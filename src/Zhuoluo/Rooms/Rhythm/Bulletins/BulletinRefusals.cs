using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

internal sealed record WrongPeriod() : Refusal("wrong-period")
{
    public override string? Field => "To";
}

/// <summary>Not from the state in which it is; an issued one not at all.</summary>
internal sealed record BulletinNotSo() : Refusal("bulletin-not-so")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record BulletinIssued() : Refusal("bulletin-issued")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Who wrote it does not approve it.</summary>
internal sealed record WriterApproves() : Refusal("writer-approves")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}

/// <summary>Longer than the rules of 2024 allow (rules D1.1).</summary>
internal sealed record DocumentTooLong(int Characters, int Limit) : Refusal("document-too-long")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Characters, Limit];
}

/// <summary>What the template leaves to its author still stands there.</summary>
internal sealed record UnwrittenPart(string Part) : Refusal("unwritten-part")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Part];
}

internal sealed record CorrectionNamesNothing(string Label) : Refusal("correction-names-nothing")
{
    public override string? Field => "Prose";
    public override IReadOnlyList<object> Arguments => [Label];
}

internal sealed record UnreadableSeries() : Refusal("unreadable-series")
{
    public override string? Field => "Series";
}
