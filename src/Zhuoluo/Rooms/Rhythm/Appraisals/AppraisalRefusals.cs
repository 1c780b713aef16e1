using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>Issued: nothing changes it any more.</summary>
internal sealed record AppraisalIssued() : Refusal("appraisal-issued")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record AppraisalNotIssued() : Refusal("appraisal-not-issued")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Nobody has anything to count in that period.</summary>
internal sealed record AppraisalEmpty() : Refusal("appraisal-empty")
{
    public override string? Field => "UnitIds";
}

internal sealed record NotOnSheet() : Refusal("not-on-sheet")
{
    public override string? Field => "UnitId";
}

internal sealed record RemarkAnswered() : Refusal("remark-answered")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record TalkNeedsItems(int Most) : Refusal("talk-needs-items")
{
    public override string? Field => "Items";
    public override IReadOnlyList<object> Arguments => [Most];
}
