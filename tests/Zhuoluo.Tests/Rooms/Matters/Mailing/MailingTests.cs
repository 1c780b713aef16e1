using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Rooms.Rhythm;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Matters.Mailing;

public sealed class MailingTests
{
    private static readonly Dictionary<NoticeKind, NoticeWay> _once = new() { [NoticeKind.Assigned] = NoticeWay.MailAtOnce };

    [Theory]
    [InlineData("12:00", "20:00", "07:00", "12:00", 0)]
    [InlineData("22:30", "20:00", "07:00", "07:00", 1)]
    [InlineData("06:59", "20:00", "07:00", "07:00", 0)]
    [InlineData("07:00", "20:00", "07:00", "07:00", 0)]
    [InlineData("12:30", "12:00", "14:00", "14:00", 0)]
    [InlineData("03:00", "00:00", "00:00", "03:00", 0)]
    public void Quiet_hours_move_a_mail_to_their_end(string at, string from, string to, string next, int days)
    {
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, LocalDay.Offset);
        DateTimeOffset On(string time, int plus = 0) => (day + TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan()).AddDays(plus);
        static int Minute(string time) => (int)TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan().TotalMinutes;

        Assert.Equal(On(next, days).UtcDateTime, QuietHours.NextAfter(On(at), Minute(from), Minute(to)).UtcDateTime);
    }

    [Theory]
    [InlineData("wang@example.cn", true)]
    [InlineData("wang@localhost", false)]
    [InlineData("王 <wang@example.cn>", false)]
    [InlineData("a@example.cn,b@example.cn", false)]
    [InlineData("a@example.cn\r\nBcc: b@example.cn", false)]
    public void An_address_is_one_plain_address(string text, bool isGood) => Assert.Equal(isGood, MailAddressText.IsGood(text));

    [Theory, EachDatabase]
    public async Task A_notice_is_mailed_once_with_number_and_link_and_nothing_else(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var person = await ReaderAsync(house);
        await ChooseAsync(house, person, _once);
        var number = await AssignedAsync(house);
        var fill = house.Services.GetRequiredService<FillOutbox>();
        var send = Sender(house, server);

        Assert.Equal(1, await fill.RunAsync(house.System(), default));
        Assert.Equal(0, await fill.RunAsync(house.System(), default));
        Assert.Equal(1, await send.RunAsync(house.System(), default));
        Assert.Equal(0, await send.RunAsync(house.System(), default));

        var mail = Assert.Single(server.Mails);
        Assert.Contains("<reader@example.cn>", Assert.Single(server.Recipients), StringComparison.Ordinal);
        var body = BodyOf(mail);
        Assert.Contains($"https://zhuoluo.test/matters/{number}", body, StringComparison.Ordinal);
        Assert.DoesNotContain("路灯", body, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", body, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@", Convert.ToHexString((await house.ReadAsync(d => d.Set<NoticeChoice>().SingleAsync())).AddressSealed!), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_server_out_of_order_is_asked_again_later_with_the_same_message_id(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener { IsOutOfOrder = true };
        await ChooseAsync(house, await ReaderAsync(house), _once);
        await AssignedAsync(house);
        await house.Services.GetRequiredService<FillOutbox>().RunAsync(house.System(), default);
        var id = await house.ReadAsync(d => d.Set<OutgoingMail>().Select(m => m.Id).SingleAsync());
        var send = Sender(house, server);

        Assert.Equal(0, await send.RunAsync(house.System(), default));
        server.IsOutOfOrder = false;
        Assert.Equal(0, await send.RunAsync(house.System(), default));
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await send.RunAsync(house.System(), default));
        Assert.Contains($"<{id}@zhuoluo.test>", Assert.Single(server.Mails), StringComparison.Ordinal);
        Assert.Equal(2, await house.ReadAsync(d => d.Set<OutgoingMail>().Select(m => m.Tries).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_daily_mail_gathers_the_day_and_comes_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        await ChooseAsync(house, await ReaderAsync(house), new() { [NoticeKind.Assigned] = NoticeWay.MailDaily });
        var first = await AssignedAsync(house);
        var second = await AssignedAsync(house);
        var fill = house.Services.GetRequiredService<FillOutbox>();
        var send = Sender(house, server);

        await fill.RunAsync(house.System(), default);
        Assert.Equal(1, await send.RunAsync(house.System(), default));
        var body = BodyOf(Assert.Single(server.Mails));
        Assert.Contains(first, body, StringComparison.Ordinal);
        Assert.Contains(second, body, StringComparison.Ordinal);
        await fill.RunAsync(house.System(), default);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await fill.RunAsync(house.System(), default);
        Assert.Equal(0, await send.RunAsync(house.System(), default));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_mailed_what_they_may_not_see_or_do_not_want(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await ChooseAsync(house, await ReaderAsync(house, County.TownOfficeId), _once);
        await ChooseAsync(house, await ReaderAsync(house), new() { [NoticeKind.Overdue] = NoticeWay.MailAtOnce });
        await AssignedAsync(house);

        Assert.Equal(0, await house.Services.GetRequiredService<FillOutbox>().RunAsync(house.System(), default));
    }

    [Fact]
    public async Task A_daily_mail_may_count_what_the_other_rooms_wait_for()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        using var server = new SmtpListener();
        await ChooseAsync(house, await ReaderAsync(house), new() { [NoticeKind.ToDo] = NoticeWay.MailDaily });
        var fill = house.Services.GetRequiredService<FillOutbox>();
        await fill.RunAsync(house.System(), default);
        Assert.Equal(0, await Sender(house, server).RunAsync(house.System(), default));

        await house.InsertAsync([MeetingTests.AProject(1, ProjectLight.Red, County.BureauId)]);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await fill.RunAsync(house.System(), default);
        Assert.Equal(1, await Sender(house, server).RunAsync(house.System(), default));
        var body = BodyOf(Assert.Single(server.Mails));
        Assert.Contains("项目 1", body, StringComparison.Ordinal);
        Assert.Contains("https://zhuoluo.test/rhythm?of=project", body, StringComparison.Ordinal);
        Assert.DoesNotContain("农村道路", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_by_mail_needs_an_address()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var me = new Actor(ActorKind.Staff, 77, "", "x", []);
        var outcome = await house.Services.GetRequiredService<ChooseNoticesHandler>().HandleAsync(
            new ChooseNotices(_once, "", default, default, 8), house.ActAs(me), default);
        Assert.Equal("mail-address-needed", outcome.Refused().Code);
    }

    internal static SendMails Sender(TestHouse house, SmtpListener server) => ActivatorUtilities.CreateInstance<SendMails>(
        house.Services, new MailOptions("127.0.0.1", server.Port, "", "", "zhuoluo@zhuoluo.test", IsTls: false, "https://zhuoluo.test"),
        Texts.Load(Sources.Texts), NullLogger<SendMails>.Instance);

    private static async Task<long> ReaderAsync(TestHouse house, long unitId = County.BureauId) =>
        (await house.Services.GetRequiredService<AddPersonHandler>().HandleAsync(
            new AddPerson("王芳", $"reader-{unitId}-{house.System().NewId()}", null, null, new GiveRole(0, Role.Handler, unitId, new DateOnly(2026, 3, 2))), house.System(), default)).Made();

    private static async Task ChooseAsync(TestHouse house, long person, Dictionary<NoticeKind, NoticeWay> ways)
    {
        var me = (await house.Services.GetRequiredService<Staff>().ActorAsync(person, house.Clock.GetUtcNow(), default))!;
        (await house.Services.GetRequiredService<ChooseNoticesHandler>().HandleAsync(
            new ChooseNotices(ways, "reader@example.cn", new TimeOnly(20, 0), new TimeOnly(7, 0), 8), house.ActAs(me), default)).Made();
    }

    private static async Task<string> AssignedAsync(TestHouse house)
    {
        var id = await DoDeedTests.TakenAsync(house);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await house.DrainAsync();
        return await house.ReadAsync(d => d.Set<Matter>().Where(m => m.Id == id).Select(m => m.Number).SingleAsync());
    }

    internal static string BodyOf(string mail)
    {
        var text = string.Concat(mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Where(c => c is not ('\n' or '\r')));
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }
}
