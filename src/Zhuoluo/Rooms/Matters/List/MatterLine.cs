using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>One matter of a list in the API's words: codes instead of names, nothing of the requester.</summary>
internal sealed record MatterLine(string Number, string Kind, string Channel, string Urgency, string State, string? Outcome, string Title)
{
    public required bool Confidential { get; init; }
    public required string? Unit { get; init; }
    public required string? Category { get; init; }
    public required string Town { get; init; }
    public required string Place { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required bool Provisional { get; init; }
    public required bool Paused { get; init; }
    public required string Light { get; init; }
    public required int Round { get; init; }
    public required int Returns { get; init; }
    public required int Extensions { get; init; }
    public required int Urges { get; init; }

    /// <summary>1 to 5; null while it is not rated, and of a good one for who may not know whose it is.</summary>
    public required int? Grade { get; init; }
    public required int Version { get; init; }

    public static MatterLine Of(MatterRow row, Viewer viewer) => new(
        row.Number, Word<MatterKind>.Of(row.Kind), Word<Channel>.Of(row.Channel), Word<Urgency>.Of(row.Urgency), Word<MatterState>.Of(row.State),
        row.Outcome == MatterOutcome.None ? null : Word<MatterOutcome>.Of(row.Outcome), row.Title)
    {
        Confidential = row.IsConfidential,
        Unit = row.LeadUnitId is { } id ? viewer.Offices.Unit(id)?.Code : null,
        Category = row.CategoryCode,
        Town = row.TownCode,
        Place = row.PlaceCode,
        RegisteredAt = row.RegisteredAt,
        OpenedOn = row.OpenedOn,
        ClosedOn = row.ClosedOn,
        DueAt = row.DueAt,
        Provisional = row.IsDueProvisional,
        Paused = row.IsPaused,
        Light = Word<Light>.Of(row.LightAt(viewer.Now)),
        Round = row.Round,
        Returns = row.ReturnCount,
        Extensions = row.ExtensionCount,
        Urges = row.UrgeCount,
        Grade = row.Grade > 0 && RatingSight.Sees(viewer.Who, row.Grade) ? row.Grade : null,
        Version = row.Version,
    };
}
