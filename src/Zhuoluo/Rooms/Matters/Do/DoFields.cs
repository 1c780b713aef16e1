namespace Zhuoluo.Rooms.Matters.Do;

/// <summary>Which fields a verb's page shows, and which it cannot do without: read from the line of the state table.</summary>
internal sealed record DoFields(Transition Line)
{
    // A word with the decision helps whoever reads the history; it is not demanded.
    private static readonly Verb[] _noted =
        [Verb.ConfirmDecline, Verb.UpholdReturn, Verb.ApproveExtension, Verb.ApproveSuspension, Verb.ApproveAnswer, Verb.CallBack, Verb.Assign, Verb.Merge, Verb.LinkRepeat, Verb.Resume];

    public bool Needs(Requires what) => Line.Requires.HasFlag(what);

    public bool HasReason => Needs(Requires.Reason) || _noted.Contains(Line.Verb);
    public bool HasReasonCode => Needs(Requires.ReasonCode);
    public bool HasUnit => Needs(Requires.Unit);
    public bool HasText => Needs(Requires.Text);
    public bool HasOutcome => Needs(Requires.Outcome);
    public bool HasPlan => Needs(Requires.Plan);
    public bool HasOther => Needs(Requires.OtherMatter);
    public bool HasResult => Needs(Requires.Result);
    public bool HasLimit => Line.Verb == Verb.RequestExtension;
    public bool IsSorting => Line.Verb == Verb.Sort;

    /// <summary>Where words are asked for, a picture may say more.</summary>
    public bool HasFiles => HasText || HasPlan || HasReason;

    /// <summary>Nothing to fill in: the page only asks whether it is meant.</summary>
    public bool IsBare => !(HasReason || HasReasonCode || HasUnit || HasText || HasOutcome || HasPlan || HasOther || HasResult || HasLimit || IsSorting);

    /// <summary>The fields left empty that must not be, by their names in the form.</summary>
    public IEnumerable<string> Missing(DoForm form)
    {
        if (Needs(Requires.Reason) && IsEmpty(form.Reason))
        {
            yield return nameof(DoForm.Reason);
        }
        if (HasReasonCode && IsEmpty(form.ReasonCode))
        {
            yield return nameof(DoForm.ReasonCode);
        }
        if (HasUnit && IsEmpty(form.UnitId) && IsEmpty(form.Usual))
        {
            yield return nameof(DoForm.UnitId);
        }
        if (HasText && IsEmpty(form.Text))
        {
            yield return nameof(DoForm.Text);
        }
        if (HasOutcome && IsEmpty(form.Outcome))
        {
            yield return nameof(DoForm.Outcome);
        }
        if (HasPlan && IsEmpty(form.Plan))
        {
            yield return nameof(DoForm.Plan);
        }
        if (HasPlan && form.ReviewOn is null)
        {
            yield return nameof(DoForm.ReviewOn);
        }
        if (HasOther && IsEmpty(form.OtherMatterId))
        {
            yield return nameof(DoForm.OtherMatterId);
        }
        if (HasResult && IsEmpty(form.Result))
        {
            yield return nameof(DoForm.Result);
        }
    }

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
