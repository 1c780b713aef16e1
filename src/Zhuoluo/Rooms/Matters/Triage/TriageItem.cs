using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>One matter of the queue with what is suggested for it.</summary>
internal sealed record TriageItem(MatterRow Row, string Text, string? PlaceText, string? Category, bool IsGuess, IReadOnlyList<Unit> Units, IReadOnlyList<AlikeMatter> Similar)
{
    public bool IsFromSamePerson => Similar.Any(s => s.IsSamePerson);

    /// <summary>What became of the suggestions when it was assigned under this topic: the topic taken or not, what may be the same passed over.</summary>
    public IReadOnlyList<Judged> JudgedBy(string? chosen)
    {
        var topic = string.IsNullOrEmpty(chosen) ? null : chosen;
        var judged = Similar.Select(s => new Judged(SuggestionKind.Duplicate, Verdict.PassedOver, s.Id, Score: s.Likeness.Score)).ToList();
        if (IsGuess)
        {
            judged.Add(new Judged(SuggestionKind.Category, topic == Category ? Verdict.Taken : topic is null ? Verdict.PassedOver : Verdict.Rejected, Suggested: Category, Chosen: topic));
        }
        return judged;
    }
}
