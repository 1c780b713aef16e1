using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Teams;

/// <summary>GET /api/v1/teams: teams with their incident and numbers; nobody's name.</summary>
internal static class TeamsApi
{
    private const int Most = 200;

    public static void Map(WebApplication app) => app.MapGet("/api/v1/teams", ListAsync).Needs(Capability.SeeMatters)
        .Tells("listTeams", "Matters", "Teams with their incident and numbers; nobody is named");

    private static async Task<IResult> ListAsync(ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var teams = await db.Set<Team>().Join(db.Set<Incident>(), t => t.IncidentId, i => i.Id, (t, i) => new { Team = t, Incident = i })
            .OrderByDescending(x => x.Team.Id).Take(Most)
            .Select(x => new { x.Team, x.Incident, Members = db.Set<TeamMember>().Count(m => m.TeamId == x.Team.Id && m.LeftAt == null), Tasks = db.Set<TeamTask>().Count(k => k.TeamId == x.Team.Id) })
            .ToListAsync(cancel);
        return Results.Ok(teams.Select(x => new
        {
            incident = x.Incident.Name,
            incidentKind = Word<IncidentKind>.Of(x.Incident.Kind),
            x.Incident.PlaceCode,
            x.Team.Name,
            kind = Word<TeamKind>.Of(x.Team.Kind),
            unit = offices.Current.Unit(x.Team.UnitId)?.Code,
            x.Team.FormedAt,
            x.Team.DissolvedAt,
            x.Team.Result,
            x.Members,
            x.Tasks,
        }));
    }
}
