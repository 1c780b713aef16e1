using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>An agreement as lists show it, with the stage that its project tells.</summary>
internal sealed class AgreementLine
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required int Year { get; init; }
    public required string Name { get; init; }
    public required string Investor { get; init; }
    public required AgreementType Type { get; init; }
    public required long AmountFen { get; init; }
    public required string? Field { get; init; }
    public required DateOnly SignedOn { get; init; }
    public required long? EventId { get; init; }
    public required long UnitId { get; init; }
    public required long? ProjectId { get; init; }
    public required string? Project { get; init; }
    public required AgreementState Stage { get; init; }

    /// <summary>All, with <see cref="Agreement.StageOf"/> written as the database can compute it; a test holds the two together.</summary>
    public static IQueryable<AgreementLine> From(ZhuoluoContext db) =>
        from a in db.Set<Agreement>().AsNoTracking()
        join p in db.Set<Project>() on a.ProjectId equals (long?)p.Id into landed
        from p in landed.DefaultIfEmpty()
        select new AgreementLine
        {
            Id = a.Id,
            Number = a.Number,
            Year = a.Year,
            Name = a.Name,
            Investor = a.Investor,
            Type = a.Type,
            AmountFen = a.AmountFen,
            Field = a.Field,
            SignedOn = a.SignedOn,
            EventId = a.EventId,
            UnitId = a.UnitId,
            ProjectId = a.ProjectId,
            Project = p == null ? null : p.Number,
            Stage = a.State == AgreementState.Cancelled || a.ProjectId == null ? a.State
                : p!.State == ProjectState.Cancelled || p.State == ProjectState.NotEntered ? AgreementState.Signed
                : p.State >= ProjectState.Completed && p.State <= ProjectState.LookedBack ? (a.State == AgreementState.Producing ? AgreementState.Producing : AgreementState.Built)
                : p.PartBuiltOn != null ? AgreementState.PartBuilt
                : p.StartedOn != null ? AgreementState.Started
                : AgreementState.Landed,
        };
}
