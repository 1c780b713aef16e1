using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Who leads a case passes it on when the term ends (row A07): the old period closes, the successor's begins the same day.</summary>
internal sealed class HandOverPetitions(Offices offices) : IHandOver
{
    public async Task<IReadOnlyList<OpenItem>> HoldsAsync(ZhuoluoContext db, long personId, long unitId, CancellationToken cancel)
    {
        var led = await Led(db, personId, unitId).OrderBy(x => x.Matter.DueAt == null).ThenBy(x => x.Matter.DueAt).ThenBy(x => x.Matter.Id)
            .Select(x => new { x.Matter.Id, x.Matter.Number, x.Matter.Title, x.Matter.DueAt }).ToListAsync(cancel);
        return [.. led.Select(m => new OpenItem("petition", m.Id, m.Number, m.Title, $"/matters/{m.Number}", m.DueAt is { } due ? LocalDay.Of(due.AddTicks(-1)) : null))];
    }

    public async Task<int> PassAsync(Work work, long personId, long unitId, long successorId, CancellationToken cancel)
    {
        var act = work.Act;
        var led = await Led(work.Db, personId, unitId).ToListAsync(cancel);
        var name = await work.Db.Set<Person>().Where(p => p.Id == successorId).Select(p => p.Name).FirstAsync(cancel);
        foreach (var (lead, petition, matter) in led.Select(x => (x.Lead, x.Petition, x.Matter)))
        {
            lead.To = LocalDay.Of(act.At);
            petition.LeadPersonId = successorId;
            petition.UpdatedAt = act.At;
            petition.Version++;
            work.Db.Add(new PetitionLead { Id = act.NewId(), MatterId = matter.Id, PersonId = successorId, PersonName = name, UnitId = unitId, From = LocalDay.Of(act.At) });
            var unit = matter.IsConfidential ? null : Code.OrNull(offices.Current.Unit(unitId)?.Code);
            work.Record(new PetitionLeadGivenV1(unit, IsHandOver: true), new Subject("matter", matter.Id));
        }
        return led.Count;
    }

    private static IQueryable<LedCase> Led(ZhuoluoContext db, long personId, long unitId) =>
        from lead in db.Set<PetitionLead>()
        where lead.PersonId == personId && lead.UnitId == unitId && lead.To == null
        join petition in db.Set<Petition>() on lead.MatterId equals petition.MatterId
        join matter in db.Set<Matter>() on lead.MatterId equals matter.Id
        where matter.IsOpen
        select new LedCase { Lead = lead, Petition = petition, Matter = matter };

    private sealed class LedCase
    {
        public required PetitionLead Lead { get; init; }
        public required Petition Petition { get; init; }
        public required Matter Matter { get; init; }
    }
}
