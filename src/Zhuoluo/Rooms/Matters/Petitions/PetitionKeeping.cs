using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What goes along the way: it is raised again, called hard, led, written down, settled, checked, and who stands aside.</summary>
internal static class PetitionKeeping
{
    private static readonly Role[] _leading = [Role.Leader, Role.UnitHead];

    public static Outcome<PetitionRuling> AddRepeat(PetitionFile file, PetitionDeed deed, Act act) =>
        deed.On < file.Petition.ReceivedOn ? new DayBefore(nameof(deed.On), file.Petition.ReceivedOn)
        : PetitionRuling.With(new PetitionRepeatedV1(file.Petition.Times + 1))
            .Change(p => p.Times++)
            .ChangeFile(f => f.Made.Add(NoteOf(f, NoteKind.CameAgain, deed, act)));

    public static Outcome<PetitionRuling> Flag(PetitionFile file, PetitionDeed deed, bool isHard) => file.Petition.IsHard == isHard
        ? new NothingToFlag()
        : PetitionRuling.With(new PetitionHardFlaggedV1(isHard)).Change(p => (p.IsHard, p.HardReason) = (isHard, isHard ? deed.Text!.Trim() : null));

    public static Outcome<PetitionRuling> GiveLead(PetitionFile file, Act act)
    {
        var today = LocalDay.Of(act.At);
        var role = file.NamedRoles.Where(r => r.IsHeldOn(today)).OrderByDescending(r => r.Role == Role.Leader).FirstOrDefault(r => _leading.Contains(r.Role));
        if (file.Named is not { IsActive: true } person || role is null || file.Offices.Unit(role.UnitId) is not { } unit)
        {
            return new NoTermOfOffice();
        }
        return file.StandsAside(person.Id) ? new LeadStandsAside()
            : file.Petition.LeadPersonId == person.Id ? new LeadsAlready()
            : PetitionRuling.With(new PetitionLeadGivenV1(file.CodeOf(unit), file.LeadNow is not null))
                .Upon(unit.Id)
                .Change(p => p.LeadPersonId = person.Id)
                .ChangeFile(f => Lead(f, person.Id, person.Name, unit.Id, act));
    }

    public static Outcome<PetitionRuling> Note(PetitionDeed deed, Act act) =>
        PetitionRuling.With(new PetitionNotedV1(deed.NoteKind!.Value)).ChangeFile(f => f.Made.Add(NoteOf(f, deed.NoteKind.Value, deed, act)));

    public static Outcome<PetitionRuling> Resolve(PetitionFile file, PetitionDeed deed, Act act)
    {
        var petition = file.Petition;
        if (petition.ResolvedOn is not null)
        {
            return new ResolvedAlready();
        }
        return deed.On < petition.ReceivedOn
            ? new DayBefore(nameof(deed.On), petition.ReceivedOn)
            : PetitionRuling.With(new PetitionResolvedV1(deed.On!.Value.DayNumber - petition.ReceivedOn.DayNumber))
                .Change(p => (p.ResolvedOn, p.ResolvedById, p.ResolvedByName) = (deed.On, act.Who.PersonId, act.Who.Name));
    }

    /// <summary>Somebody else looks whether it is so; only then it counts (rules D4.2).</summary>
    public static Outcome<PetitionRuling> Check(PetitionFile file, bool isSo, Act act)
    {
        var petition = file.Petition;
        if (petition.ResolvedOn is null)
        {
            return new NotResolved();
        }
        if (petition.CheckedOn is not null)
        {
            return new ResolvedAlready();
        }
        if (act.Who.PersonId is { } id ? id == petition.ResolvedById : petition.ResolvedById is null && petition.ResolvedByName == act.Who.Name)
        {
            return new SamePerson();
        }
        var ruling = PetitionRuling.With(new PetitionResolutionCheckedV1(isSo));
        return isSo
            ? ruling.Change(p => (p.CheckedOn, p.CheckedByName) = (LocalDay.Of(act.At), act.Who.Name))
            : ruling.Change(p => (p.ResolvedOn, p.ResolvedById, p.ResolvedByName) = (null, null, ""));
    }

    public static Outcome<PetitionRuling> Recuse(PetitionFile file, Act act)
    {
        if (act.Who.PersonId is not { } person)
        {
            return new NotPermitted();
        }
        var isLead = file.Petition.LeadPersonId == person;
        return PetitionRuling.With(new PetitionRecusedV1(isLead)).ChangeFile(f =>
        {
            f.Add(f.Recusals, new PetitionRecusal { Id = act.NewId(), MatterId = f.Matter.Id, PersonId = person, PersonName = act.Who.Name, At = act.At });
            if (isLead)
            {
                f.Petition.LeadPersonId = null;
                EndLead(f, act);
            }
        });
    }

    /// <summary>One row ends, the next begins.</summary>
    public static void Lead(PetitionFile file, long personId, string name, long unitId, Act act)
    {
        EndLead(file, act);
        file.Add(file.Leads, new PetitionLead
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            PersonId = personId,
            PersonName = name,
            UnitId = unitId,
            From = LocalDay.Of(act.At),
        });
    }

    private static void EndLead(PetitionFile file, Act act)
    {
        if (file.LeadNow is { } before)
        {
            before.To = LocalDay.Of(act.At);
        }
    }

    private static PetitionNote NoteOf(PetitionFile file, NoteKind kind, PetitionDeed deed, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = file.Matter.Id,
        Kind = kind,
        On = deed.On!.Value,
        Text = deed.Text!.Trim(),
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        At = act.At,
    };
}
