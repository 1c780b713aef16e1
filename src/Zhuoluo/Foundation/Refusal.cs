namespace Zhuoluo.Foundation;

/// <summary>
/// A "no" that the rules give, as against a fault. Each refusal is a record with its own name; the text a person
/// reads is the resource <c>refusal.{Code}</c> with <see cref="Arguments"/>.
/// </summary>
/// <param name="Code">Stable, kebab-case, part of the public API.</param>
internal abstract record Refusal(string Code)
{
    /// <summary>The form field to which this belongs, or null for the whole.</summary>
    public virtual string? Field => null;

    /// <summary>Values for the placeholders of the text; never personal data.</summary>
    public virtual IReadOnlyList<object> Arguments => [];

    /// <summary>What the edge answers.</summary>
    public virtual RefusalKind Kind => RefusalKind.Rule;
}

/// <summary>An argument that is itself a text, by its key.</summary>
internal readonly record struct TextKey(string Key);

internal enum RefusalKind
{
    /// <summary>422: what was asked breaks a rule.</summary>
    Rule = 1,

    /// <summary>403.</summary>
    Permission = 2,

    /// <summary>404.</summary>
    Missing = 3,

    /// <summary>409: somebody else changed it meanwhile.</summary>
    Conflict = 4,

    /// <summary>503: not now, for nobody.</summary>
    Unavailable = 5,
}

internal sealed record NotPermitted() : Refusal("not-permitted")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}

internal sealed record NotFound(string What) : Refusal("not-found")
{
    public override RefusalKind Kind => RefusalKind.Missing;
    public override IReadOnlyList<object> Arguments => [What];
}

/// <summary>Two editors at once: the second is told who changed it, when and, where it is known, what was done.</summary>
internal sealed record ChangedMeanwhile(string By, DateTimeOffset At, TextKey? What = null) : Refusal("changed-meanwhile")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
    public override IReadOnlyList<object> Arguments => [By, At, What ?? new TextKey("refusal.changed-something")];
}

internal sealed record Missing(string FieldName) : Refusal("missing")
{
    public override string? Field => FieldName;
}

internal sealed record TooLong(string FieldName, int Limit) : Refusal("too-long")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Limit];
}

/// <summary>Who asked for it or did it cannot decide on it too.</summary>
internal sealed record SamePerson() : Refusal("same-person");

internal sealed record UnknownValue(string FieldName) : Refusal("unknown-value")
{
    public override string? Field => FieldName;
}

internal sealed record NothingToDecide() : Refusal("nothing-to-decide");

internal sealed record AlreadyAsked() : Refusal("already-asked");

internal sealed record NotInTheFuture(string FieldName) : Refusal("not-in-the-future")
{
    public override string? Field => FieldName;
}

internal sealed record DayInFuture(string FieldName) : Refusal("day-in-future")
{
    public override string? Field => FieldName;
}
