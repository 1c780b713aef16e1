using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Zhuoluo.Tests.Faults;

/// <summary>Clients that hand in one matter after the other until the server is gone, and remember what it acknowledged.</summary>
internal sealed class Senders
{
    private const int AtOnce = 12;

    private readonly ConcurrentDictionary<string, string> _numberOfKey = [];
    private readonly ConcurrentDictionary<string, bool> _unanswered = [];
    private int _sent;

    public ICollection<string> Numbers => _numberOfKey.Values;
    public int Acknowledged => _numberOfKey.Count;

    /// <summary>Everything that a server was asked, answered or not.</summary>
    public int Sent => _sent;

    /// <summary>Keys of requests to which no answer came: the matter may be there or not.</summary>
    public ICollection<string> Unanswered => _unanswered.Keys;

    /// <summary>Sends until nobody answers; <paramref name="atEnough"/> is called once, when so many more were acknowledged.</summary>
    public async Task SendUntilGoneAsync(Uri server, int enough, Action atEnough)
    {
        var goal = Acknowledged + enough;
        var called = 0;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = server };
            while (await TrySendAsync(client, $"key-{Interlocked.Increment(ref _sent)}"))
            {
                if (Acknowledged >= goal && Interlocked.Exchange(ref called, 1) == 0)
                {
                    atEnough();
                }
            }
        })));
    }

    /// <summary>Sends again what was sent before, as a client does that does not know whether it arrived; the number.</summary>
    public async Task<string> AgainAsync(HttpClient client, string key)
    {
        var number = await SendAsync(client, key);
        _numberOfKey[key] = number;
        _unanswered.TryRemove(key, out _);
        return number;
    }

    public string KeyOf(string number) => _numberOfKey.First(k => k.Value == number).Key;

    private async Task<bool> TrySendAsync(HttpClient client, string key)
    {
        _unanswered[key] = true;
        try
        {
            await AgainAsync(client, key);
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private static async Task<string> SendAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/matters", UriKind.Relative))
        {
            Content = JsonContent.Create(new { kind = "help", text = "村口路灯坏了 " + key, place = "360821", name = "王小明", phone = "13800001234" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString()!;
    }
}
