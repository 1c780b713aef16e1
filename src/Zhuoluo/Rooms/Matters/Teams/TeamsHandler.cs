using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Teams;

/// <summary>Incidents, and the teams that are formed for them and dissolved when they are over.</summary>
internal sealed class TeamsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(OpenIncident command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => Task.FromResult(Open(work, command)), cancel);

    public Task<Outcome<Done>> HandleAsync(EndIncident command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => EndAsync(work, command, cancel), cancel);

    public Task<Outcome<long>> HandleAsync(FormTeam command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => FormAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(DissolveTeam command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => DissolveAsync(work, command, cancel), cancel);

    private Outcome<long> Open(Work work, OpenIncident command)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageTeams))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), OpenIncident.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null || !Enum.IsDefined(command.Kind))
        {
            return new Missing(name is null ? nameof(command.Name) : nameof(command.Kind));
        }
        if (offices.Current.Place(command.PlaceCode) is not { } place)
        {
            return new Register.UnknownPlace();
        }
        if (command.From > LocalDay.Of(work.Act.At))
        {
            return new DayInFuture(nameof(command.From));
        }
        var incident = new Incident { Id = work.Act.NewId(), Kind = command.Kind, Name = name, PlaceCode = place.Code, From = command.From };
        work.Db.Add(incident);
        work.Record(new IncidentOpenedV1(incident.Kind, new Code(place.Code), incident.From), new Subject("incident", incident.Id));
        return incident.Id;
    }

    private static async Task<Outcome<Done>> EndAsync(Work work, EndIncident command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageTeams))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<Incident>().SingleOrDefaultAsync(i => i.Id == command.IncidentId, cancel) is not { } incident)
        {
            return new NotFound("incident");
        }
        if (incident.EndedOn is not null)
        {
            return new IncidentOver();
        }
        if (command.On < incident.From || command.On > LocalDay.Of(work.Act.At))
        {
            return command.On < incident.From ? new Petitions.DayBefore(nameof(command.On), incident.From) : new DayInFuture(nameof(command.On));
        }
        if (await work.Db.Set<Team>().CountAsync(t => t.IncidentId == incident.Id && t.DissolvedAt == null, cancel) is > 0 and var count)
        {
            return new TeamsStillThere(count);
        }
        incident.EndedOn = command.On;
        work.Record(new IncidentEndedV1(incident.Kind, new Code(incident.PlaceCode), command.On), new Subject("incident", incident.Id));
        return Done.Value;
    }

    private async Task<Outcome<long>> FormAsync(Work work, FormTeam command, CancellationToken cancel)
    {
        if (offices.Current.Unit(command.UnitId) is not { } unit)
        {
            return new UnknownValue(nameof(command.UnitId));
        }
        if (!Permissions.May(work.Act.Who, Capability.ManageTeams, unit.Path))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), OpenIncident.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null || !Enum.IsDefined(command.Kind))
        {
            return new Missing(name is null ? nameof(command.Name) : nameof(command.Kind));
        }
        if (await work.Db.Set<Incident>().SingleOrDefaultAsync(i => i.Id == command.IncidentId, cancel) is not { } incident)
        {
            return new NotFound("incident");
        }
        if (incident.EndedOn is not null)
        {
            return new IncidentOver();
        }
        if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.LeaderId && p.IsActive, cancel) is not { } leader)
        {
            return new UnknownValue(nameof(command.LeaderId));
        }
        var team = new Team
        {
            Id = work.Act.NewId(),
            IncidentId = incident.Id,
            Kind = command.Kind,
            Name = name,
            UnitId = unit.Id,
            LeaderId = leader.Id,
            LeaderName = leader.Name,
            FormedAt = work.Act.At,
        };
        work.Db.Add(team);
        work.Db.Add(new TeamMember { Id = work.Act.NewId(), TeamId = team.Id, PersonId = leader.Id, PersonName = leader.Name, JoinedAt = work.Act.At });
        work.Record(new TeamFormedV1(team.Kind, Code.OrNull(unit.Code)), new Subject("team", team.Id));
        return team.Id;
    }

    private async Task<Outcome<Done>> DissolveAsync(Work work, DissolveTeam command, CancellationToken cancel)
    {
        if ((await TeamWork.FindAsync(work, command.TeamId, offices.Current, cancel)).IsRefused(out var refusal, out var team))
        {
            return refusal;
        }
        if (PlainText.Read(command.Result, nameof(command.Result), DissolveTeam.LongestResult).IsRefused(out refusal, out var result))
        {
            return refusal;
        }
        if (result is null)
        {
            return new Missing(nameof(command.Result));
        }
        (team.DissolvedAt, team.Result) = (work.Act.At, result);
        foreach (var member in await work.Db.Set<TeamMember>().Where(m => m.TeamId == team.Id && m.LeftAt == null).ToListAsync(cancel))
        {
            member.LeftAt = work.Act.At;
        }
        foreach (var shift in await work.Db.Set<TeamShift>().Where(s => s.TeamId == team.Id && !s.IsCancelled && s.From > work.Act.At).ToListAsync(cancel))
        {
            shift.IsCancelled = true;
        }
        var days = LocalDay.Of(work.Act.At).DayNumber - LocalDay.Of(team.FormedAt).DayNumber;
        work.Record(new TeamDissolvedV1(team.Kind, Code.OrNull(offices.Current.Unit(team.UnitId)?.Code), days), new Subject("team", team.Id));
        return Done.Value;
    }
}
