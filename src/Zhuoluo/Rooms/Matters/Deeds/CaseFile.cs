using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Everything about one matter that a decision may look at. Loaded whole, so that deciding touches no database.</summary>
internal sealed class CaseFile
{
    public required Matter Matter { get; init; }
    public required OfficesSnapshot Offices { get; init; }

    /// <summary>The limits for a kind and an urgency; sorting may change both.</summary>
    public required Func<MatterKind, Urgency, Times> TimesFor { get; init; }

    public List<Step> Steps { get; init; } = [];
    public List<Proposal> Proposals { get; init; } = [];
    public List<Clock> Clocks { get; init; } = [];
    public List<ClockPause> Pauses { get; init; } = [];
    public List<ClockExtension> Extensions { get; init; } = [];
    public List<Holding> Holdings { get; init; } = [];
    public List<Answer> Answers { get; init; } = [];
    public List<Question> Questions { get; init; } = [];
    public List<CallBack> Calls { get; init; } = [];

    /// <summary>Matters handled under this one.</summary>
    public List<Matter> Subs { get; init; } = [];

    /// <summary>The matter that the deed names beside this one.</summary>
    public Matter? Other { get; init; }

    /// <summary>The category that the deed names, or else the matter's own.</summary>
    public Category? Category { get; init; }

    /// <summary>Whom an accusation names; loaded only where a unit is to be given a confidential matter.</summary>
    public long? AccusedUnitId { get; init; }

    public bool HasContact { get; init; }

    /// <summary>Whom it is kept from; null where it is kept from nobody in particular.</summary>
    public Shield? Shield { get; init; }

    /// <summary>Who is named into its circle.</summary>
    public IReadOnlyList<long> CircleIds { get; init; } = [];

    /// <summary>What tells whether it is about a unit or a person; null for kinds that complain of nobody.</summary>
    public ConflictFacts? Conflict { get; init; }

    /// <summary>What looks odd about the answer that the deed gives.</summary>
    public AnswerFlags Flags { get; init; }

    /// <summary>Whether another person must approve an answer to this matter.</summary>
    public bool NeedsReview { get; init; } = true;

    /// <summary>The code of the receipt that came with the deed is this matter's.</summary>
    public bool IsCodeRight { get; init; }

    /// <summary>Rows that the ruling made, for the handler to save.</summary>
    public List<object> Made { get; } = [];

    public Times Times => TimesFor(Matter.Kind, Matter.Urgency);
    public Unit? Lead => Matter.LeadUnitId is { } id ? Offices.Unit(id) : null;

    /// <summary>The unit that took it in.</summary>
    public Unit? Office => Steps.FirstOrDefault(s => s.Verb == Verb.Register)?.OfficeId is { } id ? Offices.Unit(id) : null;

    /// <summary>Entries about confidential matters name no unit and no topic (rules F5.2).</summary>
    public Code? LeadCode => CodeOf(Lead);

    public Code? CodeOf(Unit? unit) => Matter.IsConfidential ? null : Code.OrNull(unit?.Code);

    public Clock? Running => MatterClocks.Running(Clocks);
    public Answer? LastAnswer => Answers.Count == 0 ? null : Answers[^1];

    public Proposal? Open(ProposalKind kind) => Proposals.LastOrDefault(p => p.Kind == kind && p.DecidedAt is null);

    public Clock? Clock(ClockStage stage) => Clocks.LastOrDefault(c => c.Stage == stage && c.StoppedAt is null);
}
