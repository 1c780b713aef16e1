using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>One matter of the queue with what is suggested for it.</summary>
internal sealed record TriageItem(MatterRow Row, string Text, string? PlaceText, string? Category, bool IsGuess, IReadOnlyList<Unit> Units, IReadOnlyList<SimilarMatter> Similar)
{
    public bool IsFromSamePerson => Similar.Any(s => s.IsSamePerson);
}

/// <summary>Another matter that may be about the same: by the same telephone, or of the same topic and place lately.</summary>
internal sealed record SimilarMatter(string Number, string Title, MatterState State, DateOnly OpenedOn, bool IsSamePerson);
