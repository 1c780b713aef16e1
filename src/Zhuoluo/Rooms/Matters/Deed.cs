using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// What somebody wants to do to a matter: the same value from a page, the API, a job and the command line. Which fields a verb
/// needs stands in <see cref="Transitions"/>; a field that the verb does not ask for is ignored.
/// </summary>
/// <param name="MatterId">The matter.</param>
/// <param name="Verb">What is done.</param>
/// <param name="ExpectedVersion">The version the person saw; another one is refused with who changed what. 0 does not check.</param>
internal sealed record Deed(long MatterId, Verb Verb, int ExpectedVersion)
{
    public string? Reason { get; init; }
    public string? ReasonCode { get; init; }

    /// <summary>The lead unit of an assignment.</summary>
    public long? UnitId { get; init; }
    public IReadOnlyList<long> AssistUnitIds { get; init; } = [];

    /// <summary>An answer, a question, a reply, the legal basis of a return.</summary>
    public string? Text { get; init; }
    public MatterOutcome Outcome { get; init; }
    public string? GroundCode { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public string? Plan { get; init; }
    public long? OtherMatterId { get; init; }
    public CallResult? Result { get; init; }
    public bool? IsSolved { get; init; }

    /// <summary>How much more time is asked for, e.g. 5wd; null takes the profile's.</summary>
    public string? Limit { get; init; }

    /// <summary>What sorting sets.</summary>
    public MatterKind? Kind { get; init; }
    public string? CategoryCode { get; init; }
    public string? Title { get; init; }
    public Urgency? Urgency { get; init; }
    public string? PlaceCode { get; init; }

    /// <summary>Photos and documents that lie in the store.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>The receipt's code, where the requester acts.</summary>
    public string? Code { get; init; }
    public string? OnceKey { get; init; }

    /// <summary>The template an answer began with.</summary>
    public long? TemplateId { get; init; }

    /// <summary>Whether the sender saw what looks odd about an answer and sends it all the same; null where nobody was asked.</summary>
    public bool? IsConfirmed { get; init; }
}

/// <summary>What stands after a deed.</summary>
internal sealed record DeedDone(long MatterId, string Number, MatterState State, int Version, DateTimeOffset? DueAt);

/// <summary>The one door through which matters change state.</summary>
internal interface IDeeds
{
    Task<Outcome<DeedDone>> DoAsync(Deed deed, Act act, CancellationToken cancel);

    /// <summary>The verbs this actor may do to this matter now, in the order of the table.</summary>
    IReadOnlyList<Transition> Offered(Matter matter, IReadOnlyList<Proposal> openProposals, Actor who, DateTimeOffset now);
}
