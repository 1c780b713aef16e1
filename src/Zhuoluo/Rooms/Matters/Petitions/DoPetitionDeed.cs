using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>The one handler behind every verb of a petition: load, decide, move the matter where it moves with it, apply, record; one transaction.</summary>
internal sealed class DoPetitionDeed(Writer writer, Offices offices, PetitionLimits limits, DoDeed deeds)
{
    public Task<Outcome<PetitionDone>> DoAsync(PetitionDeed deed, Act act, CancellationToken cancel) =>
        writer.WriteAsync<PetitionDone>(act, work => DoAsync(work, deed, cancel), cancel);

    private async Task<Outcome<PetitionDone>> DoAsync(Work work, PetitionDeed deed, CancellationToken cancel)
    {
        var act = work.Act;
        if (!await Sight.Of(act.Who, offices.Current).Seen(work.Db).AnyAsync(m => m.Id == deed.MatterId, cancel)
            || await LoadAsync(work.Db, deed, cancel) is not { } file)
        {
            return new NotFound("petition");
        }
        var once = deed.OnceKey is null ? null : $"petition/{deed.MatterId}/{(int)deed.Verb}/{deed.OnceKey}";
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is not null)
        {
            return Done(file);
        }
        if (PetitionRules.Decide(file, deed, act).IsRefused(out var refusal, out var ruling))
        {
            return refusal;
        }
        foreach (var moved in ruling.Deeds)
        {
            if ((await deeds.DoAsync(work, moved, cancel)).IsRefused(out refusal, out _))
            {
                return refusal;
            }
        }
        Apply(file, deed, ruling, act);
        work.Db.AddRange(file.Made);
        ruling.Record(work, new Subject("matter", file.Matter.Id));
        if (once is not null)
        {
            work.RememberDone(once, file.Matter.Id);
        }
        return Done(file);
    }

    private static void Apply(PetitionFile file, PetitionDeed deed, PetitionRuling ruling, Act act)
    {
        var petition = file.Petition;
        var line = PetitionTransitions.Find(petition.Stage, deed.Verb)!;
        foreach (var change in ruling.Changes)
        {
            change(file);
        }
        petition.Stage = line.To;
        petition.UpdatedAt = act.At;
        petition.UpdatedBy = act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office;
        petition.Version++;
        file.Made.Add(new PetitionStep
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            Verb = deed.Verb,
            From = line.From,
            To = line.To,
            At = act.At,
            ActorKind = act.Who.Kind,
            PersonId = act.Who.PersonId,
            PersonName = act.Who.Name,
            OfficeId = file.Offices.UnitByCode(act.Who.Office)?.Id,
            UnitId = ruling.UnitId,
            Note = string.IsNullOrWhiteSpace(deed.Text) ? null : deed.Text.Trim(),
        });
    }

    private async Task<PetitionFile?> LoadAsync(ZhuoluoContext db, PetitionDeed deed, CancellationToken cancel)
    {
        var id = deed.MatterId;
        if (await db.Set<Petition>().FirstOrDefaultAsync(p => p.MatterId == id, cancel) is not { } petition)
        {
            return null;
        }
        return new PetitionFile
        {
            Petition = petition,
            Matter = await db.Set<Matter>().FirstAsync(m => m.Id == id, cancel),
            Offices = offices.Current,
            LimitOf = limits.Of,
            Calendar = limits.Calendar,
            ProfileEdition = limits.Edition,
            MatterClocks = await db.Set<Clock>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Pauses = await db.Set<ClockPause>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Extensions = await db.Set<ClockExtension>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Clocks = await db.Set<PetitionClock>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Rounds = await db.Set<PetitionRound>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Leads = await db.Set<PetitionLead>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Recusals = await db.Set<PetitionRecusal>().Where(x => x.MatterId == id).OrderBy(x => x.Id).ToListAsync(cancel),
            Publication = deed.Verb == PetitionVerb.Sort ? await db.Set<Publication>().FirstOrDefaultAsync(x => x.MatterId == id, cancel) : null,
            Named = deed.PersonId is { } person ? await db.Set<Person>().FirstOrDefaultAsync(x => x.Id == person, cancel) : null,
            NamedRoles = deed.PersonId is { } held ? await db.Set<RoleAssignment>().Where(x => x.PersonId == held).ToListAsync(cancel) : [],
        };
    }

    private static PetitionDone Done(PetitionFile file) =>
        new(file.Matter.Id, file.Matter.Number, file.Petition.Stage, file.Matter.State, file.Petition.Version);
}
