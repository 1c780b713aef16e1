using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Calendars.EditProfile;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Calendars;

public sealed class ChangeProfileTests
{
    private static readonly ChangeProfile _county = ProfileForm.Of(ShippedProfiles.All.Single(p => p.Code == "county"), isCopy: false).Command();

    [Theory, EachDatabase]
    public async Task Makes_a_new_edition_and_keeps_the_old_one(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var handler = house.Services.GetRequiredService<ChangeProfileHandler>();
        var slower = _county with { Rows = [.. _county.Rows.Select(r => r.Step == DeadlineStep.Handle ? r with { Limit = Limit.Parse("7wd") } : r)] };

        Assert.Equal(2, (await handler.HandleAsync(slower, house.System(), default)).Match(e => e, _ => 0));
        Assert.Equal(3, (await handler.HandleAsync(_county with { SeenEdition = 2 }, house.System(), default)).Match(e => e, _ => 0));
        await house.DrainAsync();

        var door = house.Services.GetRequiredService<CalendarsDoor>();
        Assert.Equal(3, door.Profile("county").Edition);
        Assert.Equal("5wd", door.LimitFor("county", "help", DeadlineUrgency.Normal, DeadlineStep.Handle).ToString());
        Assert.Equal(2, await house.ReadAsync(r => r.Set<ProfileEdition>().CountAsync()));
        var entry = (await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind == "profile.changed").OrderBy(e => e.Idx).ToListAsync()))[0];
        Assert.Contains("\"pub\":{\"edition\":2,\"profile\":\"county\",\"rows\":10}", Encoding.UTF8.GetString(entry.Body), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Adds_a_profile_that_falls_back_to_the_countys_own(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var added = new ChangeProfile("ji-an", "吉安", "", DayEnd.Midnight, [new("complaint", DeadlineUrgency.Normal, DeadlineStep.Handle, Limit.Parse("8wd"))], 0);
        await house.Services.GetRequiredService<ChangeProfileHandler>().HandleAsync(added, house.System(), default);

        var current = house.Services.GetRequiredService<CalendarsDoor>().Current;
        Assert.Equal("8wd", current.LimitFor("ji-an", "complaint", DeadlineUrgency.Normal, DeadlineStep.Handle).ToString());
        Assert.Equal("5wd", current.LimitFor("ji-an", "help", DeadlineUrgency.Normal, DeadlineStep.Handle).ToString());
        Assert.Equal(DayEnd.Midnight, current.CalendarFor("ji-an").DayEnd);
    }

    [Fact]
    public void Refuses_by_name()
    {
        var act = new Act(Actor.Operator("test"), Given.At("2026-11-20 10:00"), Door.Command, null, Guid.Empty, new IdSource(0), new SeededChance(1));
        Assert.Equal("not-permitted", Code(_county, 1, act with { Who = Actor.Public }));
        Assert.Equal("profile-code-invalid", Code(_county with { Code = "Ji An" }, 0, act));
        Assert.Equal("missing", Code(_county with { Name = " " }, 1, act));
        Assert.Equal("too-long", Code(_county with { Name = new string('名', 41) }, 1, act));
        Assert.Equal("too-long", Code(_county with { Source = new string('据', 201) }, 1, act));
        Assert.Equal("profile-code-taken", Code(_county with { SeenEdition = 0 }, 1, act));
        Assert.Equal("profile-changed-meanwhile", Code(_county with { SeenEdition = 1 }, 2, act));
        Assert.Equal("profile-row-twice", Code(_county with { Rows = [.. _county.Rows, _county.Rows[0]] }, 1, act));
        Assert.Equal("profile-row-missing", Code(_county with { Rows = [.. _county.Rows.Skip(1)] }, 1, act));
    }

    private static string Code(ChangeProfile command, int current, Act act) =>
        ChangeProfileHandler.Decide(command, current, "王某", act).Match(_ => "", refusal => refusal.Code);
}
