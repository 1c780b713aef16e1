using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>A matter as the API shows it to staff. No contact: that is revealed on its page, with a reason.</summary>
internal sealed record MatterShown(string Number, string Kind, string Channel, string State, string Outcome, string Title)
{
    public required bool IsOpen { get; init; }
    public required string? Unit { get; init; }
    public required string? Category { get; init; }
    public required string Place { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string Light { get; init; }
    public required int Round { get; init; }
    public required int Version { get; init; }

    /// <summary>What the one who asks may do to it now.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    public static MatterShown Of(Matter matter, IReadOnlyList<Transition> offered, OfficesSnapshot offices, DateTimeOffset now) => new(
        matter.Number,
        Word.Of(matter.Kind),
        Word.Of(matter.Channel),
        Word.Of(matter.State),
        Word.Of(matter.Outcome),
        matter.Title)
    {
        IsOpen = matter.IsOpen,
        Unit = matter.LeadUnitId is { } id ? offices.Unit(id)?.Code : null,
        Category = matter.CategoryCode,
        Place = matter.PlaceCode,
        OpenedOn = matter.OpenedOn,
        ClosedOn = matter.ClosedOn,
        DueAt = matter.DueAt,
        Light = Word.Of(Lights.Of(matter, now)),
        Round = matter.Round,
        Version = matter.Version,
        Verbs = [.. offered.Select(t => Word.Of(t.Verb))],
    };
}
