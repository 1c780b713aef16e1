using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Windows;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Telling;

/// <summary>Supervisors hear of what they should look at; never of what they gave cause for or may not see.</summary>
public sealed class AlarmNoticeTests
{
    [Theory, EachDatabase]
    public async Task A_complaint_held_back_from_whom_it_is_about_is_told_once_a_day_and_is_an_entry(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await County.RegisterAsync(house, new RegisterMatter(MatterKind.Complaint, Channel.Web, "县行政审批局办证拖了三个月", "360821"));
        var deeds = house.Services.GetRequiredService<IDeeds>();
        (await deeds.DoAsync(new Deed(receipt.MatterId, Verb.Accept, 0), house.ActAs(Town.Dispatcher), default)).Made();

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("conflict-of-interest", (await deeds.DoAsync(new Deed(receipt.MatterId, Verb.Assign, 0) { UnitId = WindowTown.Bureau.Id }, house.ActAs(Town.Dispatcher), default)).Refused().Code);
        }
        await house.DrainAsync();

        var line = Assert.Single(await LinesAsync(house, Town.Supervisor));
        Assert.Equal((NoticeKind.ConflictRefused, "/matters/" + receipt.Number), (line.Kind, line.Address));
        Assert.Empty(await LinesAsync(house, Town.Dispatcher));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Zhuoluo.Data.LedgerEntry>().CountAsync(e => e.Kind == "conflict.refused")));
    }

    [Theory, EachDatabase]
    public async Task A_reveal_to_ask_about_is_told_to_supervisors_but_not_to_who_did_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(14));

        (await house.Services.GetRequiredService<RevealContactHandler>().HandleAsync(new RevealContact(receipt.MatterId, "核实"), house.ActAs(Town.Supervisor), default)).Made();

        Assert.Empty(await LinesAsync(house, Town.Supervisor));
        Assert.Equal([NoticeKind.RevealAlarm], (await LinesAsync(house, Town.Supervisor with { PersonId = 999 })).Select(l => l.Kind));
    }

    [Theory, EachDatabase]
    public async Task A_supervisor_who_wants_mails_gets_one_for_an_alarm_of_ratings(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var person = (await house.Services.GetRequiredService<AddPersonHandler>().HandleAsync(
            new AddPerson("王芳", "wang.fang", null, null, new GiveRole(0, Role.Supervisor, 1001, new DateOnly(2026, 3, 2))), house.System(), default)).Made();
        var me = (await house.Services.GetRequiredService<Staff>().ActorAsync(person, house.Clock.GetUtcNow(), default))!;
        (await house.Services.GetRequiredService<ChooseNoticesHandler>().HandleAsync(
            new ChooseNotices(new Dictionary<NoticeKind, NoticeWay> { [NoticeKind.RatingAlarm] = NoticeWay.MailAtOnce }, "reader@example.cn", default, default, 8), house.ActAs(me), default)).Made();
        await house.Writer.WriteAsync<Done>(house.System(), work =>
        {
            AlarmNotices.Tell(work, NoticeKind.RatingAlarm, 77, "rating/77");
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);
        using var server = new Mailing.SmtpListener();

        Assert.Equal(1, await house.Services.GetRequiredService<FillOutbox>().RunAsync(house.System(), default));
        Assert.Equal(1, await Mailing.MailingTests.Sender(house, server).RunAsync(house.System(), default));

        Assert.Contains("https://zhuoluo.test/evaluation/alarms/77", Mailing.MailingTests.BodyOf(Assert.Single(server.Mails)), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<AlarmLine>> LinesAsync(TestHouse house, Actor who) =>
        house.ReadAsync(r => AlarmNotices.ForAsync(r, who, house.Services.GetRequiredService<Offices>().Current, 10, default));
}
