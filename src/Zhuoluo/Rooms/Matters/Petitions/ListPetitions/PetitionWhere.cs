using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Petitions.ListPetitions;

/// <summary>A petition and its matter, for lists and counts.</summary>
internal sealed class PetitionCase
{
    public required Petition Petition { get; init; }
    public required Matter Matter { get; init; }
}

/// <summary>The conditions of a filter. Lists, counts and exports use these and no others, so their numbers agree.</summary>
internal static class PetitionWhere
{
    /// <summary>What the viewer may see and the filter lets through.</summary>
    public static IQueryable<PetitionCase> Petitions(this ZhuoluoContext db, PetitionFilter filter, Viewer viewer)
    {
        var cases = db.Set<Petition>().Join(viewer.Sight.Seen(db), p => p.MatterId, m => m.Id, (p, m) => new PetitionCase { Petition = p, Matter = m });
        if (filter.Level is { } level)
        {
            cases = cases.Where(c => c.Petition.Level == level);
        }
        if (filter.IsFromAbove)
        {
            cases = cases.Where(c => c.Petition.Level <= SourceLevel.Province);
        }
        if (filter.Sort is { } sort)
        {
            cases = cases.Where(c => c.Petition.Sort == sort);
        }
        if (filter.Route is { } route)
        {
            cases = cases.Where(c => c.Petition.Route == route);
        }
        if (filter.Stage is { } stage)
        {
            cases = cases.Where(c => c.Petition.Stage == stage);
        }
        if (filter.Form is { } form)
        {
            cases = cases.Where(c => c.Petition.Form == form);
        }
        if (filter.IsHard)
        {
            cases = cases.Where(c => c.Petition.IsHard);
        }
        if (filter.IsRepeatListed)
        {
            cases = cases.Where(c => c.Petition.IsRepeatListed);
        }
        if (filter.IsUnsorted)
        {
            cases = cases.Where(c => c.Petition.Sort == null);
        }
        return Rest(Standing(cases, filter), filter, db, viewer);
    }

    private static IQueryable<PetitionCase> Standing(IQueryable<PetitionCase> cases, PetitionFilter filter)
    {
        if (filter.IsSolved is { } solved)
        {
            cases = cases.Where(c => (c.Petition.CheckedOn != null) == solved);
        }
        if (filter.IsOpen is { } open)
        {
            cases = cases.Where(c => c.Matter.IsOpen == open);
        }
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            cases = cases.Where(c => c.Petition.ReceivedOn >= first && c.Petition.ReceivedOn <= last);
        }
        return cases;
    }

    private static IQueryable<PetitionCase> Rest(IQueryable<PetitionCase> cases, PetitionFilter filter, ZhuoluoContext db, Viewer viewer)
    {
        if (filter.Unit is { } code)
        {
            var top = viewer.Offices.UnitByCode(code);
            IReadOnlyList<long> units = top is null ? [] : filter.IsExact ? [top.Id] : [.. viewer.Offices.Subtree(top).Select(u => u.Id)];
            cases = code == MatterFilter.None ? cases.Where(c => c.Matter.LeadUnitId == null) : cases.Where(c => c.Matter.LeadUnitId != null && units.Contains(c.Matter.LeadUnitId.Value));
        }
        if (filter.Category is { } topic)
        {
            cases = topic == MatterFilter.None ? cases.Where(c => c.Matter.CategoryCode == null) : cases.Where(c => c.Matter.CategoryCode == topic);
        }
        if (filter.Number is { } number)
        {
            cases = cases.Where(c => c.Matter.Number.StartsWith(number));
        }
        return Traits(cases, filter.Is, db, viewer);
    }

    private static IQueryable<PetitionCase> Traits(IQueryable<PetitionCase> cases, PetitionIs? trait, ZhuoluoContext db, Viewer viewer)
    {
        var (now, person) = (viewer.Now, viewer.Who.PersonId);
        return trait switch
        {
            PetitionIs.Late => cases.Where(c => c.Matter.IsOpen && c.Matter.DueAt <= now),
            PetitionIs.TellLate => cases.Where(c => db.Set<PetitionClock>().Any(k => k.MatterId == c.Matter.Id && k.Stage == PetitionClockStage.Tell && k.StoppedAt == null && k.DueAt <= now)),
            PetitionIs.ReviewLate => cases.Where(c => db.Set<PetitionClock>().Any(k => k.MatterId == c.Matter.Id && k.StoppedAt == null && k.DueAt <= now
                && (k.Stage == PetitionClockStage.DecideReview || k.Stage == PetitionClockStage.DecideSecondReview))),
            PetitionIs.ToCheck => cases.Where(c => c.Petition.ResolvedOn != null && c.Petition.CheckedOn == null),
            PetitionIs.Repeated => cases.Where(c => c.Petition.Times > 1),
            PetitionIs.Group => cases.Where(c => c.Petition.People > 1),
            PetitionIs.WithoutLead => cases.Where(c => c.Petition.LeadPersonId == null && c.Petition.IsHard && c.Matter.IsOpen),
            PetitionIs.Mine => cases.Where(c => c.Petition.LeadPersonId == person && person != null),
            _ => cases,
        };
    }
}
