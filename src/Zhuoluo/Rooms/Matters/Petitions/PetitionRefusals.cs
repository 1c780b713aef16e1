using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Not at this stage; says what can be done instead.</summary>
internal sealed record WrongStage(PetitionStage Stage, IReadOnlyList<PetitionVerb> Possible) : Refusal("wrong-stage")
{
    public override IReadOnlyList<object> Arguments => [Stage.Key(), Possible.Select(v => v.Key()).ToList()];
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record AlreadyPetition() : Refusal("already-petition")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>More than five representatives (article 20).</summary>
internal sealed record TooManyRepresentatives(int Most) : Refusal("too-many-representatives")
{
    public override string? Field => "Representatives";
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed record MoreRepresentativesThanPeople() : Refusal("more-representatives-than-people")
{
    public override string? Field => "Representatives";
}

internal sealed record UnknownSystem() : Refusal("unknown-system")
{
    public override string? Field => "SystemCode";
}

/// <summary>Not an address of a host that the list of systems allows.</summary>
internal sealed record LinkNotAllowed() : Refusal("link-not-allowed")
{
    public override string? Field => "LinkUrl";
}

internal sealed record OfficialNumberTaken(string Number) : Refusal("official-number-taken")
{
    public override string? Field => "OfficialNumber";
    public override IReadOnlyList<object> Arguments => [Number];
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>The same facts were decided to the end (article 36), or a lower level has accepted it and its period runs (article 19).</summary>
internal sealed record NoLongerAccepted(string Number) : Refusal("petition-final")
{
    public override string? Field => "EarlierNumber";
    public override IReadOnlyList<object> Arguments => [Number];
}

internal sealed record BelowHandlesIt(string Number) : Refusal("petition-below")
{
    public override string? Field => "EarlierNumber";
    public override IReadOnlyList<object> Arguments => [Number];
}

internal sealed record RouteMissing() : Refusal("route-missing")
{
    public override string? Field => "Route";
}

/// <summary>Only the sixth route is accepted with a written opinion.</summary>
internal sealed record OtherRoute(PetitionRoute Route) : Refusal("other-route")
{
    public override IReadOnlyList<object> Arguments => [Route.Key()];
}

internal sealed record SixthRouteIsAccepted() : Refusal("sixth-route");

/// <summary>The accused never lead, help with or see an accusation (article 30).</summary>
internal sealed record UnitIsAccused() : Refusal("unit-is-accused")
{
    public override string? Field => "UnitId";
}

/// <summary>A review is decided above whoever decided before (articles 35, 36).</summary>
internal sealed record NotAbove() : Refusal("not-above")
{
    public override string? Field => "UnitId";
}

internal sealed record AskedTooLate(DateOnly Due) : Refusal("asked-too-late")
{
    public override string? Field => "On";
    public override IReadOnlyList<object> Arguments => [Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
}

internal sealed record DayBefore(string FieldName, DateOnly First) : Refusal("day-before")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
}

/// <summary>A lead needs a role that is held today.</summary>
internal sealed record NoTermOfOffice() : Refusal("no-term-of-office")
{
    public override string? Field => "PersonId";
}

internal sealed record LeadsAlready() : Refusal("leads-already")
{
    public override string? Field => "PersonId";
}

/// <summary>Who has a direct interest stands aside (article 28).</summary>
internal sealed record StandsAside() : Refusal("stands-aside");

internal sealed record LeadStandsAside() : Refusal("lead-stands-aside")
{
    public override string? Field => "PersonId";
}

internal sealed record NotResolved() : Refusal("not-resolved");

internal sealed record ResolvedAlready() : Refusal("resolved-already");

internal sealed record HearingOrder() : Refusal("hearing-order");

internal sealed record NothingToFlag() : Refusal("nothing-to-flag");
