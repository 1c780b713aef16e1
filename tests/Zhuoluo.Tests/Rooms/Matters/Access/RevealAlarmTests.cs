using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Access;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Tests.Rooms.Matters.Windows;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Access;

public sealed class RevealAlarmTests
{
    [Theory, EachDatabase]
    public async Task The_eleventh_within_an_hour_is_alarmed_and_another_person_settles_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        for (var i = 0; i < RevealAlarms.Many; i++)
        {
            await RevealAsync(house, receipt.MatterId);
        }
        Assert.Equal(0, await house.ReadAsync(r => r.Set<RevealAlarm>().CountAsync()));

        await RevealAsync(house, receipt.MatterId);

        var alarm = await house.ReadAsync(r => r.Set<RevealAlarm>().SingleAsync());
        Assert.Equal((AlarmCauses.Many, 11), (alarm.Causes, alarm.Count));
        var settle = house.Services.GetRequiredService<SettleAlarmHandler>();
        Assert.Equal("not-permitted", (await settle.HandleAsync(new SettleAlarm(alarm.Id, "问过"), house.ActAs(County.Dispatcher), default)).Refused().Code);
        Assert.Equal("missing", (await settle.HandleAsync(new SettleAlarm(alarm.Id, " "), house.ActAs(Town.Supervisor), default)).Refused().Code);
        (await settle.HandleAsync(new SettleAlarm(alarm.Id, "问过，确为回访"), house.ActAs(Town.Supervisor), default)).Made();
    }

    [Fact]
    public async Task At_night_and_outside_the_own_work_it_is_alarmed_at_once()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(14));

        await RevealAsync(house, receipt.MatterId);

        Assert.Equal(AlarmCauses.OutsideHours, (await house.ReadAsync(r => r.Set<RevealAlarm>().SingleAsync())).Causes);
    }

    [Fact]
    public async Task A_protected_contact_is_not_there_for_who_sorts()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var token = await WindowTown.TokenAsync(house.Services, house.System());
        var receipt = (await house.Services.GetRequiredService<Zhuoluo.Rooms.Matters.Windows.Say.SayAtWindowHandler>().HandleAsync(
            new(token, Zhuoluo.Rooms.Matters.Windows.Tone.Complaint, "态度差") { Contact = new Contact("邱小雨", "13912345678", null) }, house.ActAs(Actor.Public), default)).Made();
        var reveal = house.Services.GetRequiredService<RevealContactHandler>();

        Assert.Equal("not-found", (await reveal.HandleAsync(new RevealContact(receipt.MatterId, "看看"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("邱小雨", (await reveal.HandleAsync(new RevealContact(receipt.MatterId, "核实"), house.ActAs(WindowTown.Inspector), default)).Made().Name);
    }

    [Fact]
    public async Task Openings_by_others_are_kept_once_and_own_work_is_not()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);
        var matter = await house.ReadAsync(r => r.Set<Matter>().SingleAsync());
        var access = house.Services.GetRequiredService<AccessLog>();

        access.Note(matter, County.Dispatcher, house.Acts.Now);
        access.Note(matter, County.Editor, house.Acts.Now);
        access.Note(matter, County.Editor, house.Acts.Now);
        await house.Services.GetRequiredService<AccessWriter>().FlushAsync(default);

        var kept = await house.ReadAsync(r => r.Set<AccessRecord>().SingleAsync());
        Assert.Equal((receipt.MatterId, County.Editor.PersonId!.Value), (kept.MatterId, kept.PersonId));
    }

    private static async Task RevealAsync(TestHouse house, long matterId) =>
        (await house.Services.GetRequiredService<RevealContactHandler>().HandleAsync(new RevealContact(matterId, "约时间上门"), house.ActAs(County.Dispatcher), default)).Made();
}
