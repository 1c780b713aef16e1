using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>A line of a public list. The title is there only when a text was released; the requester's own words have no field.</summary>
internal sealed record PublicRow
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required string? Title { get; init; }
    public required MatterKind Kind { get; init; }
    public required Channel Channel { get; init; }
    public required MatterState State { get; init; }
    public required MatterOutcome Outcome { get; init; }
    public required long? UnitId { get; init; }
    public required string TownCode { get; init; }
    public required string? CategoryCode { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    public bool IsShown => Title is not null;

    public string Href => "/public/" + Number;

    /// <param name="db">Where the released texts are.</param>
    /// <param name="matters">Counted ones only.</param>
    public static IQueryable<PublicRow> From(ZhuoluoContext db, IQueryable<Matter> matters) =>
        from m in matters
        join p in db.Set<Publication>().Where(p => p.State == PublicationState.Shown) on m.Id equals p.MatterId into released
        from p in released.DefaultIfEmpty()
        select new PublicRow
        {
            Id = m.Id,
            Number = m.Number,
            Title = m.IsPublic && !m.IsConfidential ? p!.Title : null,
            Kind = m.Kind,
            Channel = m.Channel,
            State = m.State,
            Outcome = m.Outcome,
            UnitId = m.LeadUnitId,
            TownCode = m.TownCode,
            CategoryCode = m.CategoryCode,
            OpenedOn = m.OpenedOn,
            ClosedOn = m.ClosedOn,
            DueAt = m.DueAt,
        };
}
