using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>One line of a list: what is needed to decide whether to open it, and nothing of the requester.</summary>
internal sealed record MatterRow
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required MatterKind Kind { get; init; }
    public required Channel Channel { get; init; }
    public required Urgency Urgency { get; init; }
    public required bool IsConfidential { get; init; }
    public required MatterState State { get; init; }
    public required MatterOutcome Outcome { get; init; }
    public required long? LeadUnitId { get; init; }
    public required string? CategoryCode { get; init; }
    public required string TownCode { get; init; }
    public required string PlaceCode { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? NearAt { get; init; }
    public required bool IsDueProvisional { get; init; }
    public required bool IsPaused { get; init; }

    /// <summary>Its limits are natural days (article 45 of the regulations on petitions).</summary>
    public required bool IsPetition { get; init; }
    public required int Round { get; init; }
    public required int ReturnCount { get; init; }
    public required int ExtensionCount { get; init; }
    public required int UrgeCount { get; init; }
    public required bool IsWindowEscalation { get; init; }
    public required int Grade { get; init; }
    public required int Version { get; init; }

    /// <summary>The same rule as <see cref="Lights"/>, for a row.</summary>
    public Light LightAt(DateTimeOffset now) =>
        State == MatterState.Suspended ? Light.Suspended
        : DueAt is null || !State.IsOpen() ? Light.None
        : IsPaused ? Light.Paused
        : DueAt <= now ? Light.Red
        : NearAt <= now ? Light.Yellow
        : Light.Green;

    public static IQueryable<MatterRow> From(IQueryable<Matter> matters) => matters.Select(m => new MatterRow
    {
        Id = m.Id,
        Number = m.Number,
        Title = m.Title,
        Kind = m.Kind,
        Channel = m.Channel,
        Urgency = m.Urgency,
        IsConfidential = m.IsConfidential,
        State = m.State,
        Outcome = m.Outcome,
        LeadUnitId = m.LeadUnitId,
        CategoryCode = m.CategoryCode,
        TownCode = m.TownCode,
        PlaceCode = m.PlaceCode,
        RegisteredAt = m.RegisteredAt,
        OpenedOn = m.OpenedOn,
        ClosedOn = m.ClosedOn,
        DueAt = m.DueAt,
        NearAt = m.NearAt,
        IsDueProvisional = m.IsDueProvisional,
        IsPaused = m.IsPaused,
        IsPetition = m.ProfileCode == DeadlineProfile.Petition,
        Round = m.Round,
        ReturnCount = m.ReturnCount,
        ExtensionCount = m.ExtensionCount,
        UrgeCount = m.UrgeCount,
        IsWindowEscalation = m.IsWindowEscalation,
        Grade = m.Grade,
        Version = m.Version,
    });
}
