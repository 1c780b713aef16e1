using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.EndTerm;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class EndTermTests
{
    private static readonly DateOnly _today = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task Refuses_to_end_a_term_with_open_items_and_no_successor(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var (person, assignment) = await TermAsync(house, "wang");

        var outcome = await Handler(house, new OpenThings(3)).HandleAsync(new EndTerm(assignment, _today, null), house.System(), default);

        Assert.Equal("successor-needed", Given.Code(outcome));
        Assert.NotNull(await Staff(house, person));
    }

    [Theory, EachDatabase]
    public async Task Hands_over_in_the_same_moment_as_the_role_goes(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var (person, assignment) = await TermAsync(house, "wang");
        var (successor, _) = await TermAsync(house, "zhao", Role.Clerk);
        var things = new OpenThings(3);

        var outcome = await Handler(house, things).HandleAsync(new EndTerm(assignment, _today, successor), house.System(), default);
        await house.DrainAsync();

        Assert.Equal(3, Given.Value(outcome).HandedOver);
        Assert.Equal((person, successor), things.Passed);
        Assert.Empty((await Staff(house, person))!.Grants);
        Assert.Contains((await Staff(house, successor))!.Grants, g => g.Role == Role.Handler);
        var last = (await Given.EntriesAsync(house)).Last(e => e.Kind == "role.ended");
        Assert.Contains("\"handedOver\":3", System.Text.Encoding.UTF8.GetString(last.Body), StringComparison.Ordinal);
        Assert.Equal("term-over-already", Given.Code(await Handler(house, things).HandleAsync(new EndTerm(assignment, _today, successor), house.System(), default)));
    }

    [Theory, EachDatabase]
    public async Task Keeps_the_last_administrator(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var (_, assignment) = await TermAsync(house, "wang", Role.Administrator);

        Assert.Equal("last-administrator", Given.Code(await Handler(house, new OpenThings(0)).HandleAsync(new EndTerm(assignment, _today, null), house.System(), default)));
    }

    [Theory, EachDatabase]
    public async Task A_role_is_held_in_its_period_only(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var county = await Given.CountyAsync(house);
        var (person, _) = await TermAsync(house, "wang", Role.Clerk);
        Given.Value(await house.Services.GetRequiredService<GiveRoleHandler>().HandleAsync(
            new GiveRole(person, Role.Editor, county, _today.AddDays(1), _today.AddDays(2)), house.System(), default));

        Assert.DoesNotContain((await Staff(house, person))!.Grants, g => g.Role == Role.Editor);
        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains((await Staff(house, person))!.Grants, g => g.Role == Role.Editor);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain((await Staff(house, person))!.Grants, g => g.Role == Role.Editor);
    }

    [Theory, EachDatabase]
    public async Task A_seconded_person_has_a_home_unit(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var county = await Given.CountyAsync(house);
        var (person, _) = await TermAsync(house, "wang", Role.Clerk);
        var handler = house.Services.GetRequiredService<GiveRoleHandler>();
        var give = new GiveRole(person, Role.Handler, county, _today, null, AssignmentKind.Seconded);

        Assert.Equal("home-unit-needed", Given.Code(await handler.HandleAsync(give, house.System(), default)));
        Given.Value(await handler.HandleAsync(give with { HomeUnitId = county }, house.System(), default));
        Assert.Equal("role-held-already", Given.Code(await handler.HandleAsync(give with { HomeUnitId = county }, house.System(), default)));
        Assert.Equal("not-permitted", Given.Code(await handler.HandleAsync(give, house.ActAs(Actor.Public), default)));
    }

    private static async Task<(long Person, long Assignment)> TermAsync(TestHouse house, string login, Role role = Role.Handler)
    {
        var person = await Given.PersonAsync(house, login, role);
        return (person, await house.ReadAsync(r => r.Set<RoleAssignment>().Where(a => a.PersonId == person).Select(a => a.Id).SingleAsync()));
    }

    private static Task<Actor?> Staff(TestHouse house, long person) =>
        house.Services.GetRequiredService<Staff>().ActorAsync(person, house.Acts.Now, default);

    private static EndTermHandler Handler(TestHouse house, IHandOver things) =>
        new(house.Services.GetRequiredService<OrganisationWriter>(), house.Services.GetRequiredService<Offices>(), new HandOverList([things]));

    private sealed class OpenThings(int count) : IHandOver
    {
        public (long From, long To) Passed { get; private set; }

        public Task<IReadOnlyList<OpenItem>> HoldsAsync(ZhuoluoContext db, long personId, long unitId, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<OpenItem>>([.. Enumerable.Range(1, count).Select(i => new OpenItem("matter", i, $"{i}", "", "/", null))]);

        public Task<int> PassAsync(Work work, long personId, long unitId, long successorId, CancellationToken cancel)
        {
            Passed = (personId, successorId);
            return Task.FromResult(count);
        }
    }
}
