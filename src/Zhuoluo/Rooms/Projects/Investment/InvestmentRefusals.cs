using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>An agreement that came to nothing stays as it is.</summary>
internal sealed record AgreementOver() : Refusal("agreement-over");

/// <summary>Where there is a project, the project says how far it is.</summary>
internal sealed record AgreementFollowsProject(string Number) : Refusal("agreement-follows-project")
{
    public override IReadOnlyList<object> Arguments => [Number];
}

/// <summary>The chain goes forward only.</summary>
internal sealed record AgreementGoesOn(AgreementState State) : Refusal("agreement-goes-on")
{
    public override string? Field => "To";
    public override IReadOnlyList<object> Arguments => [new TextKey("project.agreement.state." + Word.Of(State))];
}

internal sealed record NoProjectOfNumber(string Number, string FieldName) : Refusal("no-project-of-number")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Number];
}

/// <summary>A round of a year is counted once for each level and kind.</summary>
internal sealed record BatchTaken(int Ordinal) : Refusal("batch-taken")
{
    public override string? Field => "Ordinal";
    public override IReadOnlyList<object> Arguments => [Ordinal];
}

/// <summary>The year of a round is the one under which it was counted.</summary>
internal sealed record BatchOfYear(int Year) : Refusal("batch-of-year")
{
    public override string? Field => "HeldOn";
    public override IReadOnlyList<object> Arguments => [Year];
}

/// <summary>A row of many is refused, and with it all; the caller says which.</summary>
internal sealed record AgreementRowRefused(int Index, Refusal Inner) : Refusal(Inner.Code)
{
    public override string? Field => Inner.Field;
    public override IReadOnlyList<object> Arguments => Inner.Arguments;
    public override RefusalKind Kind => Inner.Kind;
}
