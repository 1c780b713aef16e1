using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Exchange.Webhooks;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

public sealed class WebhooksTests
{
    private static readonly WebhookGuard _strict = new(new WebhookOptions(AllowsInner: false));
    private static readonly WebhookGuard _inner = new(new WebhookOptions(AllowsInner: true));

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("203.0.114.1", true)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2400:3200::1", true)]
    public void Only_public_addresses_may_be_reached(string address, bool isPublic) => Assert.Equal(isPublic, WebhookGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.cn/hook", true)]
    [InlineData("http://example.cn/hook", false)]
    [InlineData("https://127.0.0.1/hook", false)]
    [InlineData("https://[::1]/hook", false)]
    [InlineData("https://name:word@example.cn/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/hook", false)]
    public void Only_https_outside_is_taken(string url, bool isTaken) => Assert.Equal(isTaken, _strict.MayBeAsked(url, out _));

    [Theory, EachDatabase]
    public async Task An_event_is_sent_signed_once_and_says_nothing_but_kind_number_and_time(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await using var receiver = await Receiver.StartAsync();
        var secret = await AddAsync(house, receiver.Address, "matter.registered", "matter.assigned");
        var id = await DoDeedTests.TakenAsync(house);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await house.DrainAsync();
        using var send = Sender(house, _inner);

        Assert.Equal(1, await send.RunAsync(house.System(), default));
        Assert.Equal(0, await send.RunAsync(house.System(), default));

        var (body, headers) = Assert.Single(receiver.Got);
        var number = await house.ReadAsync(d => d.Set<Matter>().Select(m => m.Number).SingleAsync());
        using var json = System.Text.Json.JsonDocument.Parse(body);
        Assert.Equal(["id", "kind", "number", "at"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(number, json.RootElement.GetProperty("number").GetString());
        var stamp = long.Parse(headers["X-Zhuoluo-Timestamp"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(SendWebhooks.Sign(secret, stamp, body), headers["X-Zhuoluo-Signature"]);
        Assert.NotEqual(SendWebhooks.Sign(secret, stamp + 1, body), headers["X-Zhuoluo-Signature"]);
    }

    [Theory, EachDatabase]
    public async Task A_failing_address_is_tried_again_later_and_stopped_after_many(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 500;
        await AddAsync(house, receiver.Address, "matter.registered");
        for (var i = 0; i < SendWebhooks.MostFailures; i++)
        {
            await DoDeedTests.TakenAsync(house);
        }
        await house.DrainAsync();
        using var send = Sender(house, _inner);

        await send.RunAsync(house.System(), default);
        Assert.Equal(SendWebhooks.MostFailures, receiver.Got.Count);
        await send.RunAsync(house.System(), default);
        Assert.Equal(SendWebhooks.MostFailures, receiver.Got.Count);
        for (var i = 1; i < SendWebhooks.MostTries; i++)
        {
            house.Clock.Advance(TimeSpan.FromHours(5));
            await send.RunAsync(house.System(), default);
        }
        await house.DrainAsync();
        var hook = await house.ReadAsync(d => d.Set<Webhook>().SingleAsync());
        Assert.NotNull(hook.StoppedAt);
        Assert.Contains(await house.ReadAsync(d => d.Set<LedgerEntry>().Select(e => e.Kind).ToListAsync()), k => k == "webhook.stopped");
        var before = receiver.Got.Count;
        await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();
        await send.RunAsync(house.System(), default);
        Assert.Equal(before, receiver.Got.Count);
    }

    [Fact]
    public async Task A_name_that_turns_out_to_lie_inside_is_not_reached_and_a_redirect_is_not_followed()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        await using var receiver = await Receiver.StartAsync();
        await AddAsync(house, receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "matter.registered");
        await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();
        using var strict = Sender(house, _strict);

        Assert.Equal(0, await strict.RunAsync(house.System(), default));
        Assert.Empty(receiver.Got);
        Assert.Equal(nameof(ForbiddenAddressException), await house.ReadAsync(d => d.Set<WebhookDelivery>().Select(x => x.Fault).SingleAsync()));

        receiver.Status = 302;
        house.Clock.Advance(TimeSpan.FromHours(1));
        using var open = Sender(house, _inner);
        Assert.Equal(0, await open.RunAsync(house.System(), default));
        Assert.Single(receiver.Got);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_told_of_confidential_matters(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await AddAsync(house, "http://127.0.0.1:9/", "matter.registered");
        await County.RegisterAsync(house, County.Matter() with { IsConfidential = true });
        await house.DrainAsync();

        Assert.Equal(0, await house.ReadAsync(d => d.Set<WebhookDelivery>().CountAsync()));
    }

    private static SendWebhooks Sender(TestHouse house, WebhookGuard guard) => ActivatorUtilities.CreateInstance<SendWebhooks>(house.Services, guard);

    private static async Task<string> AddAsync(TestHouse house, string url, params string[] kinds) =>
        (await new KeepWebhooksHandler(house.Writer, _inner).AddAsync(new AddWebhook("大屏", url, kinds), house.ActAs(County.Administrator), default)).Made();

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Receiver(WebApplication app) => _app = app;

        public string Address => _app.Urls.First() + "/hook";
        public int Status { get; set; } = 200;
        public List<(string Body, Dictionary<string, string> Headers)> Got { get; } = [];

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var receiver = new Receiver(builder.Build());
            receiver._app.MapPost("/hook", receiver.TakeAsync);
            await receiver._app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            Got.Add((await reader.ReadToEndAsync(), request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return Status == 302 ? Results.Redirect("/hook") : Results.StatusCode(Status);
        }
    }
}
