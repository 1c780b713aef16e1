using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>
/// Sends what is due: JSON with kind, number and time, signed with HMAC-SHA256 over "timestamp.body". Tried again after 1, 2, 4, …
/// minutes; an address whose deliveries are given up too often is stopped.
/// </summary>
internal sealed class SendWebhooks : IDisposable
{
    public const int MostTries = 8;
    public const int MostFailures = 5;
    private const int MostAtOnce = 50;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _firstWait = TimeSpan.FromMinutes(1);

    private readonly Writer _writer;
    private readonly IDbContextFactory<ZhuoluoContext> _reads;
    private readonly Vault _vault;
    private readonly HttpClient _http;

    public SendWebhooks(Writer writer, IDbContextFactory<ZhuoluoContext> reads, Vault vault, WebhookGuard guard)
    {
        (_writer, _reads, _vault) = (writer, reads, vault);
        var handler = new SocketsHttpHandler
        {
            // A redirect would lead past the guard's first look, a proxy past all of them.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = _patience,
            ConnectCallback = guard.ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = _patience, MaxResponseContentBufferSize = 1 << 16 };
    }

    public async Task<int> RunAsync(Act act, CancellationToken cancel)
    {
        await using var db = await _reads.CreateDbContextAsync(cancel);
        var due = await db.Set<WebhookDelivery>().Where(d => d.DoneAt == null && d.DroppedAt == null && d.NextAt <= act.At)
            .Join(db.Set<Webhook>().Where(h => h.RemovedAt == null && h.StoppedAt == null), d => d.WebhookId, h => h.Id, (d, h) => new { Delivery = d, Hook = h })
            .OrderBy(x => x.Delivery.NextAt).ThenBy(x => x.Delivery.Id).Take(MostAtOnce).ToListAsync(cancel);
        var done = 0;
        foreach (var x in due)
        {
            if (await ClaimAsync(x.Delivery, act, cancel))
            {
                var key = await db.Set<SubjectKey>().SingleAsync(k => k.Id == x.Hook.KeyId, cancel);
                var tried = await TryAsync(x.Delivery, x.Hook, WebhookSecret.Open(_vault, key, x.Hook), act, cancel);
                await KeepAsync(tried, act, cancel);
                done += tried.DoneAt is null ? 0 : 1;
            }
        }
        return done;
    }

    /// <summary>What stands in X-Zhuoluo-Signature.</summary>
    public static string Sign(string secret, long timestamp, string body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{body}"))));

    public void Dispose() => _http.Dispose();

    private async Task<bool> ClaimAsync(WebhookDelivery delivery, Act act, CancellationToken cancel)
    {
        var until = act.At + _claim;
        var outcome = await _writer.WriteAsync<bool>(act, async work => await work.Db.Set<WebhookDelivery>()
            .Where(d => d.Id == delivery.Id && d.NextAt == delivery.NextAt && d.DoneAt == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.NextAt, until), cancel) == 1, cancel);
        return outcome.Match(done => done, _ => false);
    }

    private async Task<WebhookDelivery> TryAsync(WebhookDelivery delivery, Webhook hook, string secret, Act act, CancellationToken cancel)
    {
        var tried = delivery with { Tries = delivery.Tries + 1, Status = null, Fault = null };
        try
        {
            using var request = Compose(delivery, hook, secret, act);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            tried = tried with { Status = (int)answer.StatusCode };
            if (answer.IsSuccessStatusCode)
            {
                return tried with { DoneAt = act.At };
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            tried = tried with { Fault = (fault.InnerException as ForbiddenAddressException ?? fault).GetType().Name };
        }
        return tried with { NextAt = act.At + (_firstWait * Math.Pow(2, tried.Tries - 1)), DroppedAt = tried.Tries >= MostTries ? act.At : null };
    }

    private static HttpRequestMessage Compose(WebhookDelivery delivery, Webhook hook, string secret, Act act)
    {
        var body = JsonSerializer.Serialize(new { id = delivery.Id.ToString(CultureInfo.InvariantCulture), kind = delivery.Kind, number = delivery.Number, at = delivery.At.UtcDateTime });
        var timestamp = act.At.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Zhuoluo-Delivery", delivery.Id.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Zhuoluo-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Zhuoluo-Signature", Sign(secret, timestamp, body));
        return request;
    }

    private Task<Outcome<Done>> KeepAsync(WebhookDelivery tried, Act act, CancellationToken cancel) => _writer.WriteAsync<Done>(act, async work =>
    {
        await work.Db.Set<WebhookDelivery>().Where(d => d.Id == tried.Id).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.Tries, tried.Tries).SetProperty(x => x.Status, tried.Status).SetProperty(x => x.Fault, tried.Fault)
            .SetProperty(x => x.NextAt, tried.NextAt).SetProperty(x => x.DoneAt, tried.DoneAt).SetProperty(x => x.DroppedAt, tried.DroppedAt), cancel);
        var hook = await work.Db.Set<Webhook>().AsTracking().SingleAsync(h => h.Id == tried.WebhookId, cancel);
        var failures = tried.DoneAt is not null ? 0 : hook.Failures + (tried.DroppedAt is null ? 0 : 1);
        if (failures != hook.Failures)
        {
            var stops = failures >= MostFailures && hook.StoppedAt is null;
            work.Db.Entry(hook).CurrentValues.SetValues(hook with { Failures = failures, StoppedAt = stops ? act.At : hook.StoppedAt });
            if (stops)
            {
                work.Record(new WebhookStoppedV1(failures), new Subject("webhook", hook.Id));
            }
        }
        return Done.Value;
    }, cancel);
}
