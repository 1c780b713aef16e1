using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Teams;

/// <summary>What a team does while it is there: members, shifts, tasks. Who leads it or manages teams for its unit may; everybody joins and leaves by their own hand.</summary>
internal sealed class TeamWork(Writer writer, Offices offices)
{
    public const int LongestShiftHours = 24;

    public Task<Outcome<Done>> HandleAsync(JoinTeam command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => JoinAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(LeaveTeam command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => LeaveAsync(work, command, cancel), cancel);

    public Task<Outcome<long>> HandleAsync(PlanShift command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => PlanAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(CancelTeamShift command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => CancelAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(GiveTask command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => GiveAsync(work, command, cancel), cancel);

    /// <summary>A team that is still there, for who leads it or manages teams of its unit; for anybody on the staff where they act for themself.</summary>
    public static async Task<Outcome<Team>> FindAsync(Work work, long teamId, OfficesSnapshot offices, CancellationToken cancel, bool isForThemself = false)
    {
        if (await work.Db.Set<Team>().SingleOrDefaultAsync(t => t.Id == teamId, cancel) is not { } team)
        {
            return new NotFound("team");
        }
        var who = work.Act.Who;
        var path = offices.Unit(team.UnitId)?.Path ?? "/";
        if (!(isForThemself && Permissions.May(who, Capability.SeeMatters)) && team.LeaderId != who.PersonId && !Permissions.May(who, Capability.ManageTeams, path))
        {
            return new NotPermitted();
        }
        return team.DissolvedAt is null ? team : new TeamDissolved();
    }

    private async Task<Outcome<Done>> JoinAsync(Work work, JoinTeam command, CancellationToken cancel)
    {
        var isSelf = command.PersonId == work.Act.Who.PersonId;
        if ((await FindAsync(work, command.TeamId, offices.Current, cancel, isSelf)).IsRefused(out var refusal, out var team))
        {
            return refusal;
        }
        if (!isSelf && !command.HasAgreed)
        {
            return new NotAsked();
        }
        if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.PersonId && p.IsActive, cancel) is not { } person)
        {
            return new UnknownValue(nameof(command.PersonId));
        }
        var members = await MembersAsync(work, team.Id, cancel);
        if (members.Exists(m => m.PersonId == person.Id))
        {
            return Done.Value;
        }
        work.Db.Add(new TeamMember { Id = work.Act.NewId(), TeamId = team.Id, PersonId = person.Id, PersonName = person.Name, JoinedAt = work.Act.At });
        work.Record(new TeamJoinedV1(members.Count + 1), new Subject("team", team.Id));
        return Done.Value;
    }

    private async Task<Outcome<Done>> LeaveAsync(Work work, LeaveTeam command, CancellationToken cancel)
    {
        if ((await FindAsync(work, command.TeamId, offices.Current, cancel, command.PersonId == work.Act.Who.PersonId)).IsRefused(out var refusal, out var team))
        {
            return refusal;
        }
        var members = await MembersAsync(work, team.Id, cancel);
        if (members.Find(m => m.PersonId == command.PersonId) is not { } member)
        {
            return new NotAMember();
        }
        if (team.LeaderId == command.PersonId)
        {
            return new LeaderStays();
        }
        member.LeftAt = work.Act.At;
        foreach (var shift in await work.Db.Set<TeamShift>().Where(s => s.TeamId == team.Id && s.PersonId == command.PersonId && !s.IsCancelled && s.From > work.Act.At).ToListAsync(cancel))
        {
            shift.IsCancelled = true;
        }
        work.Record(new TeamLeftV1(members.Count - 1), new Subject("team", team.Id));
        return Done.Value;
    }

    private async Task<Outcome<long>> PlanAsync(Work work, PlanShift command, CancellationToken cancel)
    {
        if ((await FindAsync(work, command.TeamId, offices.Current, cancel)).IsRefused(out var refusal, out var team))
        {
            return refusal;
        }
        if (command.To <= command.From)
        {
            return new ShiftBackwards();
        }
        if (command.To - command.From > TimeSpan.FromHours(LongestShiftHours))
        {
            return new ShiftTooLong(LongestShiftHours);
        }
        if ((await MembersAsync(work, team.Id, cancel)).Find(m => m.PersonId == command.PersonId) is not { } member)
        {
            return new NotAMember();
        }
        var shift = new TeamShift { Id = work.Act.NewId(), TeamId = team.Id, PersonId = member.PersonId, PersonName = member.PersonName, From = command.From, To = command.To };
        work.Db.Add(shift);
        work.Record(new TeamShiftPlannedV1(IsCancelled: false), new Subject("team", team.Id));
        return shift.Id;
    }

    private async Task<Outcome<Done>> CancelAsync(Work work, CancelTeamShift command, CancellationToken cancel)
    {
        if (await work.Db.Set<TeamShift>().SingleOrDefaultAsync(s => s.Id == command.ShiftId, cancel) is not { } shift)
        {
            return new NotFound("team");
        }
        if ((await FindAsync(work, shift.TeamId, offices.Current, cancel)).IsRefused(out var refusal, out _))
        {
            return refusal;
        }
        if (!shift.IsCancelled)
        {
            shift.IsCancelled = true;
            work.Record(new TeamShiftPlannedV1(IsCancelled: true), new Subject("team", shift.TeamId));
        }
        return Done.Value;
    }

    private async Task<Outcome<Done>> GiveAsync(Work work, GiveTask command, CancellationToken cancel)
    {
        if ((await FindAsync(work, command.TeamId, offices.Current, cancel)).IsRefused(out var refusal, out var team))
        {
            return refusal;
        }
        // A confidential matter is nobody's task outside its circle (rules F5).
        if (await Sight.Of(work.Act.Who, offices.Current).Seen(work.Db).Where(m => m.Number == command.Number && !m.IsConfidential).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel) is not { } id)
        {
            return new NoSuchMatter(command.Number);
        }
        var tasks = await work.Db.Set<TeamTask>().Where(t => t.TeamId == team.Id).Select(t => t.MatterId).ToListAsync(cancel);
        if (!tasks.Contains(id))
        {
            work.Db.Add(new TeamTask { Id = work.Act.NewId(), TeamId = team.Id, MatterId = id, GivenAt = work.Act.At });
            work.Record(new TeamTaskGivenV1(tasks.Count + 1), new Subject("team", team.Id));
        }
        return Done.Value;
    }

    private static Task<List<TeamMember>> MembersAsync(Work work, long teamId, CancellationToken cancel) =>
        work.Db.Set<TeamMember>().Where(m => m.TeamId == teamId && m.LeftAt == null).OrderBy(m => m.Id).ToListAsync(cancel);
}
