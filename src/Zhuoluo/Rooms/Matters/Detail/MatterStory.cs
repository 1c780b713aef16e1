namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>Everything that is known about one matter, in the order in which it happened. The contact stays sealed.</summary>
internal sealed record MatterStory
{
    public required Matter Matter { get; init; }
    public required MatterText? Text { get; init; }
    public required IReadOnlyList<Step> Steps { get; init; }
    public required IReadOnlyList<Holding> Holdings { get; init; }
    public required IReadOnlyList<Proposal> Proposals { get; init; }
    public required IReadOnlyList<Clock> Clocks { get; init; }
    public required IReadOnlyList<ClockPause> Pauses { get; init; }
    public required IReadOnlyList<ClockExtension> Extensions { get; init; }
    public required IReadOnlyList<Answer> Answers { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }
    public required IReadOnlyList<CallBack> Calls { get; init; }
    public required IReadOnlyList<Rating> Ratings { get; init; }
    public required IReadOnlyList<ContactReveal> Reveals { get; init; }
    public required IReadOnlyList<LinkedMatter> Links { get; init; }
    public required Publication? Publication { get; init; }
    public required Drive? Drive { get; init; }
    public required Category? Category { get; init; }

    /// <summary>How many entries the ledger holds about it.</summary>
    public required int Entries { get; init; }

    public IReadOnlyList<Proposal> OpenProposals => [.. Proposals.Where(p => p.DecidedAt is null)];

    /// <summary>The answer that stands: the last one that was not sent back.</summary>
    public Answer? Standing => Answers.LastOrDefault(a => a.IsApproved != false);
}

/// <summary>Another matter that belongs to this one, as far as the viewer may see it.</summary>
internal sealed record LinkedMatter(string Number, string Title, MatterState State, LinkKind? Kind, LinkedAs As);

internal enum LinkedAs { Main, Under, RepeatOf, RepeatedBy, Similar }
