using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.Privacy;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Rooms.Matters.Mailing;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Matters.Telling;

public sealed class TellRequestersTests
{
    private const string Address = "xiaoming@example.cn";
    private static readonly Actor _supervisor = new(ActorKind.Staff, 21, "钱督办", County.Code, [new Grant(Role.Supervisor, "/1001/", 1001)]);

    [Theory, EachDatabase]
    public async Task A_requester_is_told_of_each_turn_by_number_alone_and_rates_by_the_link(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await RegisterAsync(house);
        var send = Sender(house, server);

        Assert.Equal(1, await send.RunAsync(house.System(), default));
        var received = BodyOf(server.Mails[0]);
        Assert.Contains(receipt.Number, received, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Code, received, StringComparison.Ordinal);
        await ClosedAsync(house, receipt.MatterId);
        Assert.Equal(1, await send.RunAsync(house.System(), default));
        Assert.Equal(0, await send.RunAsync(house.System(), default));

        Assert.Equal(2, server.Mails.Count);
        Assert.All(server.Recipients, r => Assert.Contains($"<{Address}>", r, StringComparison.Ordinal));
        // What came together goes together: the extension of nobody, the answer and the close in one mail.
        var closed = BodyOf(server.Mails[1]);
        Assert.Contains("has been answered", closed, StringComparison.Ordinal);
        Assert.Contains("has been closed", closed, StringComparison.Ordinal);
        Assert.All(server.Mails, m =>
        {
            var body = BodyOf(m);
            Assert.DoesNotContain("路灯", body, StringComparison.Ordinal);
            Assert.DoesNotContain("王小明", body, StringComparison.Ordinal);
            Assert.DoesNotContain("城管局", body, StringComparison.Ordinal);
            Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", m, StringComparison.Ordinal);
        });
        var token = System.Text.RegularExpressions.Regex.Match(closed, $"https://zhuoluo.test/rate/{receipt.Number}\\?t=([0-9A-Z]+)").Groups[1].Value;
        var rated = await house.Services.GetRequiredService<RateMatterHandler>().HandleAsync(new RateMatter(receipt.Number, token, 5), house.ActAs(Actor.Public), default);
        Assert.Equal(5, rated.Made().Grade);
    }

    [Theory, EachDatabase]
    public async Task The_code_is_mailed_to_who_asks_for_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await RegisterAsync(house, new TellMe(BySms: false, WithCode: true, "zh-Hans"));

        await Sender(house, server).RunAsync(house.System(), default);

        Assert.Contains($"查询码：{receipt.Code}", BodyOf(Assert.Single(server.Mails)), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_stops_hears_no_more_until_turned_on_again_and_a_wrong_token_stops_nothing(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await RegisterAsync(house);
        var (send, stop) = (Sender(house, server), house.Services.GetRequiredService<StopTellingHandler>());
        var token = StopTokens.Of(house.Services.GetRequiredService<Vault>(), receipt.MatterId);

        Assert.Equal("not-found", (await stop.HandleAsync(new StopTelling(receipt.Number, "0000000000000000", true), house.ActAs(Actor.Public), default)).Refused().Code);
        (await stop.HandleAsync(new StopTelling(receipt.Number, token, true), house.ActAs(Actor.Public), default)).Made();
        await ClosedAsync(house, receipt.MatterId);
        Assert.Equal(0, await send.RunAsync(house.System(), default));
        (await stop.HandleAsync(new StopTelling(receipt.Number, token, false), house.ActAs(Actor.Public), default)).Made();
        await DoDeedTests.DoneAsync(house, _supervisor, receipt.MatterId, Verb.Reopen, d => d with { Reason = "又坏了" });
        await house.DrainAsync();
        await send.RunAsync(house.System(), default);

        Assert.Contains("reopened", BodyOf(Assert.Single(server.Mails)), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_address_given_later_hears_what_happens_from_then_on_and_one_taken_back_hears_nothing(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await County.RegisterAsync(house, County.Matter() with { Contact = new Contact(null, null, null) });
        var (send, choose) = (Sender(house, server), house.Services.GetRequiredService<ChooseTellingHandler>());
        var tell = new TellMe(BySms: false, WithCode: false, "en");
        Task<Outcome<Done>> ChooseAsync(string code, string? email) =>
            choose.HandleAsync(new ChooseTelling(receipt.MatterId, receipt.Number, code, email, tell), house.ActAs(Actor.Public), default);

        Assert.Equal("not-found", (await ChooseAsync("0000000000", Address)).Refused().Code);
        Assert.Equal("bad-contact-mail", (await ChooseAsync(receipt.Code, "a@b")).Refused().Code);
        (await ChooseAsync(receipt.Code, Address)).Made();
        await ClosedAsync(house, receipt.MatterId);
        Assert.Equal(1, await send.RunAsync(house.System(), default));
        (await ChooseAsync(receipt.Code, " ")).Made();
        await DoDeedTests.DoneAsync(house, _supervisor, receipt.MatterId, Verb.Reopen, d => d with { Reason = "又坏了" });
        await house.DrainAsync();

        Assert.Equal(0, await send.RunAsync(house.System(), default));
        Assert.Contains("has been closed", BodyOf(Assert.Single(server.Mails)), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_link_goes_again_twice_a_round_by_who_calls_back_and_by_nobody_else(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await RegisterAsync(house);
        await ClosedAsync(house, receipt.MatterId);
        var (send, link) = (Sender(house, server), house.Services.GetRequiredService<SendRatingLinkHandler>());
        await send.RunAsync(house.System(), default);

        Assert.Equal("not-permitted", (await link.HandleAsync(new SendRatingLink(receipt.MatterId), house.ActAs(County.Handler), default)).Refused().Code);
        for (var i = 0; i < SendRatingLink.Most; i++)
        {
            (await link.HandleAsync(new SendRatingLink(receipt.MatterId), house.ActAs(County.Dispatcher), default)).Made();
            Assert.Equal(1, await send.RunAsync(house.System(), default));
            house.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal("link-sent-often", (await link.HandleAsync(new SendRatingLink(receipt.MatterId), house.ActAs(County.Dispatcher), default)).Refused().Code);
        Assert.Contains("/rate/", BodyOf(server.Mails[^1]), StringComparison.Ordinal);
        await house.DrainAsync();
        Assert.Equal(2, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "rating.link-sent")));
    }

    [Theory, EachDatabase]
    public async Task Erasing_the_matter_erases_how_its_requester_was_told_and_nothing_more_goes_out(Db db)
    {
        await using var house = await County.OpenAsync(db);
        using var server = new SmtpListener();
        var receipt = await RegisterAsync(house);
        await ClosedAsync(house, receipt.MatterId);

        (await house.Writer.WriteAsync(house.System(), async work =>
            await house.Services.GetRequiredService<Eraser>().EraseAsync(work, await work.Db.Set<Matter>().AsTracking().SingleAsync(m => m.Id == receipt.MatterId), ErasureGround.Retention, default), default)).Made();

        Assert.Equal((0, 0), (await house.ReadAsync(r => r.Set<RequesterWay>().CountAsync()), await house.ReadAsync(r => r.Set<RequesterMessage>().CountAsync())));
        Assert.Equal(0, await Sender(house, server).RunAsync(house.System(), default));
    }

    [Fact]
    public async Task The_address_lies_in_no_table_and_no_entry_in_the_clear()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        await ClosedAsync(house, (await RegisterAsync(house)).MatterId);
        await using var db = await house.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        await HouseTable.HoldStillAsync(db, default);
        var seen = 0;
        foreach (var table in HouseTable.Of(db))
        {
            await foreach (var row in table.ReadAsync(db, default))
            {
                seen++;
                Assert.DoesNotContain(row, v => (v is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : v as string)?.Contains("xiaoming", StringComparison.OrdinalIgnoreCase) == true);
            }
        }
        Assert.True(seen > 20);
    }

    [Fact]
    public async Task A_server_out_of_order_is_asked_again_and_old_news_is_dropped()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        using var server = new SmtpListener { IsOutOfOrder = true };
        await RegisterAsync(house);
        var send = Sender(house, server);
        Assert.Equal(0, await send.RunAsync(house.System(), default));
        server.IsOutOfOrder = false;
        house.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal(0, await send.RunAsync(house.System(), default));

        Assert.Empty(server.Mails);
        Assert.NotNull((await house.ReadAsync(r => r.Set<RequesterMessage>().SingleAsync())).DroppedAt);
    }

    [Fact]
    public async Task Sms_go_to_the_mobile_number_of_who_agreed()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        using var server = new SmtpListener();
        var sms = new NotedSms();
        var command = County.Matter() with { Tell = new TellMe(BySms: true, WithCode: true, "zh-Hans") };
        var receipt = await County.RegisterAsync(house, command);
        await ClosedAsync(house, receipt.MatterId);

        await Sender(house, server, sms).RunAsync(house.System(), default);

        // All that was due went as one.
        var (to, text) = Assert.Single(sms.Sent);
        Assert.Equal("13800001234", to);
        Assert.Contains($"/rate/{receipt.Number}?t=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Code, text, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    private static Task<Receipt> RegisterAsync(TestHouse house, TellMe? tell = null)
    {
        var command = County.Matter();
        return County.RegisterAsync(house, command with { Contact = command.Contact with { Email = Address }, Tell = tell ?? new TellMe(BySms: false, WithCode: false, "en") });
    }

    private static async Task ClosedAsync(TestHouse house, long id)
    {
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await DoDeedTests.DoneAsync(house, County.Handler, id, Verb.Sign);
        await DoDeedTests.DoneAsync(house, County.Handler, id, Verb.Answer, d => d with { Outcome = MatterOutcome.Solved, Text = "路灯已修好。" });
        await DoDeedTests.DoneAsync(house, _supervisor, id, Verb.ApproveAnswer);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.CallBack, d => d with { Result = CallResult.Reached, IsSolved = true });
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Close);
        await house.DrainAsync();
    }

    private static TellRequesters Sender(TestHouse house, SmtpListener server, ISmsSender? sms = null)
    {
        var options = new MailOptions("127.0.0.1", server.Port, "", "", "zhuoluo@zhuoluo.test", IsTls: false, "https://zhuoluo.test");
        return ActivatorUtilities.CreateInstance<TellRequesters>(house.Services, options, sms ?? new NoSms(),
            new ToldText(house.Services.GetRequiredService<Vault>(), options, Texts.Load(Sources.Texts)), NullLogger<TellRequesters>.Instance);
    }

    private static string BodyOf(string mail)
    {
        var text = string.Concat(mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Where(c => c is not ('\n' or '\r')));
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }

    private sealed class NotedSms : ISmsSender
    {
        public List<(string To, string Text)> Sent { get; } = [];
        public bool IsOn => true;

        public Task SendAsync(string mobile, string text, CancellationToken cancel)
        {
            Sent.Add((mobile, text));
            return Task.CompletedTask;
        }
    }
}
