using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

internal sealed record UnknownUnit(string FieldName) : Refusal("unknown-unit")
{
    public override string? Field => FieldName;
}

/// <summary>The unit has ended or not begun.</summary>
internal sealed record UnitNotThere(string FieldName) : Refusal("unit-not-there")
{
    public override string? Field => FieldName;
}

internal sealed record PeriodBackwards(string FieldName) : Refusal("period-backwards")
{
    public override string? Field => FieldName;
}

/// <summary>A seconded person comes from somewhere and goes back there (A02).</summary>
internal sealed record HomeUnitNeeded() : Refusal("home-unit-needed")
{
    public override string? Field => "HomeUnitId";
}

internal sealed record RoleHeldAlready() : Refusal("role-held-already")
{
    public override string? Field => "Role";
}

internal sealed record RoleNotForPeople() : Refusal("role-not-for-people")
{
    public override string? Field => "Role";
}

internal sealed record LoginNameTaken() : Refusal("login-name-taken")
{
    public override string? Field => "LoginName";
}
