using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>A deed in the API's words: codes and numbers instead of ids, verbs and results as in the state table's texts.</summary>
internal sealed record DeedAsked(string Verb)
{
    public int Version { get; init; }
    public string? Reason { get; init; }
    public string? ReasonCode { get; init; }
    public string? Unit { get; init; }
    public IReadOnlyList<string>? Helpers { get; init; }
    public string? Text { get; init; }
    public string? Outcome { get; init; }
    public string? Ground { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public string? Plan { get; init; }
    public string? Other { get; init; }
    public string? Result { get; init; }
    public bool? IsSolved { get; init; }
    public string? Limit { get; init; }
    public string? Kind { get; init; }
    public string? Category { get; init; }
    public string? Title { get; init; }
    public string? Urgency { get; init; }
    public string? Place { get; init; }
    public string? OnceKey { get; init; }

    /// <summary>False asks to be told what looks odd about an answer; left out, the flags are only recorded.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>Words of POST /api/v1/files.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    // A code that names no unit becomes 0, which no unit has: the deed is refused by the field's name.
    public Deed ToDeed(long matterId, Verb verb, OfficesSnapshot offices, long? otherId) => new(matterId, verb, Version)
    {
        Reason = Reason,
        ReasonCode = ReasonCode,
        UnitId = Unit is null ? null : offices.UnitByCode(Unit)?.Id ?? 0,
        AssistUnitIds = [.. (Helpers ?? []).Select(code => offices.UnitByCode(code)?.Id ?? 0)],
        Text = Text,
        Outcome = Word<MatterOutcome>.Read(Outcome) ?? MatterOutcome.None,
        GroundCode = Ground,
        ReviewOn = ReviewOn,
        Plan = Plan,
        OtherMatterId = otherId,
        Result = Word<CallResult>.Read(Result),
        IsSolved = IsSolved,
        Limit = Limit,
        Kind = Kind is null ? null : Word<MatterKind>.Read(Kind) ?? 0,
        CategoryCode = Category,
        Title = Title,
        Urgency = Urgency is null ? null : Word<Urgency>.Read(Urgency) ?? 0,
        PlaceCode = Place,
        OnceKey = OnceKey,
        IsConfirmed = Confirmed,
    };
}
