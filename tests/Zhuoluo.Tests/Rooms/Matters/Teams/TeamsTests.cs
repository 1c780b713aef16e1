using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Teams;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Teams;

public sealed class TeamsTests
{
    [Theory, EachDatabase]
    public async Task A_team_is_formed_works_and_is_dissolved_with_its_incident(Db db)
    {
        await using var house = await OpenAsync(db);
        var (incident, team) = await FormedAsync(house);
        var work = house.Services.GetRequiredService<TeamWork>();
        var receipt = await County.RegisterAsync(house);
        (await work.HandleAsync(new JoinTeam(team, 13), house.ActAs(County.Handler), default)).Made();
        var from = house.Clock.GetUtcNow().AddHours(2);
        (await work.HandleAsync(new PlanShift(team, 13, from, from.AddHours(8)), house.ActAs(Leader), default)).Made();
        (await work.HandleAsync(new GiveTask(team, receipt.Number), house.ActAs(Leader), default)).Made();

        var teams = house.Services.GetRequiredService<TeamsHandler>();
        Assert.Equal(new TeamsStillThere(1), (await teams.HandleAsync(new EndIncident(incident, new DateOnly(2026, 3, 2)), house.ActAs(County.Dispatcher), default)).Refused());
        (await teams.HandleAsync(new DissolveTeam(team, "险情排除，无人员伤亡。"), house.ActAs(Leader), default)).Made();
        (await teams.HandleAsync(new EndIncident(incident, new DateOnly(2026, 3, 2)), house.ActAs(County.Dispatcher), default)).Made();

        Assert.All(await house.ReadAsync(r => r.Set<TeamMember>().ToListAsync()), m => Assert.NotNull(m.LeftAt));
        Assert.True((await house.ReadAsync(r => r.Set<TeamShift>().SingleAsync())).IsCancelled);
        Assert.Equal("team-dissolved", (await work.HandleAsync(new JoinTeam(team, 13), house.ActAs(County.Handler), default)).Refused().Code);
        Assert.Equal("incident-over", (await teams.HandleAsync(new FormTeam(incident, TeamKind.Commando, "二队", County.BureauId, 13), house.ActAs(County.Dispatcher), default)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_assigned_without_their_word_and_everybody_may_join_and_leave_by_their_own_hand(Db db)
    {
        await using var house = await OpenAsync(db);
        var (_, team) = await FormedAsync(house);
        var work = house.Services.GetRequiredService<TeamWork>();
        Assert.Equal("not-asked", (await work.HandleAsync(new JoinTeam(team, 13), house.ActAs(Leader), default)).Refused().Code);
        (await work.HandleAsync(new JoinTeam(team, 13) { HasAgreed = true }, house.ActAs(Leader), default)).Made();
        (await work.HandleAsync(new LeaveTeam(team, 13), house.ActAs(County.Handler), default)).Made();
        Assert.Equal("leader-stays", (await work.HandleAsync(new LeaveTeam(team, 12), house.ActAs(Leader), default)).Refused().Code);
        // Neither joining for somebody else nor leading is anybody's who does not lead it.
        Assert.IsType<NotPermitted>((await work.HandleAsync(new JoinTeam(team, 11) { HasAgreed = true }, house.ActAs(County.Handler), default)).Refused());
        Assert.IsType<NotPermitted>((await work.HandleAsync(new GiveTask(team, "2026-000001"), house.ActAs(County.Handler), default)).Refused());
        Assert.IsType<NotPermitted>((await work.HandleAsync(new JoinTeam(team, 15), house.ActAs(County.Administrator), default)).Refused());
    }

    [Theory]
    [InlineData(0, "shift-backwards")]
    [InlineData(24, null)]
    [InlineData(25, "shift-too-long")]
    public async Task A_shift_has_at_most_a_day(int hours, string? code)
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var (_, team) = await FormedAsync(house);
        var from = house.Clock.GetUtcNow();
        var outcome = await house.Services.GetRequiredService<TeamWork>().HandleAsync(new PlanShift(team, 12, from, from.AddHours(hours)), house.ActAs(Leader), default);
        Assert.Equal(code, outcome.Match<string?>(_ => null, r => r.Code));
    }

    [Fact]
    public void Nothing_about_a_team_counts_persons_points_or_presence()
    {
        var words = typeof(Team).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Zhuoluo.Rooms.Matters.Teams", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetProperties()).Select(p => p.Name);
        Assert.DoesNotContain(words, w => w.Contains("Point", StringComparison.Ordinal) || w.Contains("Score", StringComparison.Ordinal) || w.Contains("CheckIn", StringComparison.Ordinal) || w.Contains("Rank", StringComparison.Ordinal));
    }

    private static Actor Leader => County.Dispatcher;

    private static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await County.OpenAsync(db);
        await house.InsertAsync([Somebody(11), Somebody(12), Somebody(13), Somebody(15)]);
        return house;
    }

    private static async Task<(long Incident, long Team)> FormedAsync(TestHouse house)
    {
        var teams = house.Services.GetRequiredService<TeamsHandler>();
        var incident = (await teams.HandleAsync(new OpenIncident(IncidentKind.Flood, "强降雨", County.Town, new DateOnly(2026, 3, 1)), house.ActAs(County.Dispatcher), default)).Made();
        var team = (await teams.HandleAsync(new FormTeam(incident, TeamKind.Branch, "防汛一线临时党支部", County.BureauId, 12), house.ActAs(County.Dispatcher), default)).Made();
        return (incident, team);
    }

    private static Person Somebody(long id) => new() { Id = id, Name = $"人员{id}", LoginName = $"p{id}", PasswordHash = "", SecurityStamp = "", IsActive = true };
}
