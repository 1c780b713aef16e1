using System.Net.Http.Headers;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>POST of {"to","text"} to the address of the county's gateway; 2xx means taken. Redirects are not followed.</summary>
internal sealed class PostedSms : ISmsSender, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = _patience };
    private readonly Uri _address;

    public PostedSms(SmsOptions options)
    {
        _address = new Uri(options.Target);
        _client.DefaultRequestHeaders.Authorization = options.Secret.Length > 0 ? new AuthenticationHeaderValue("Bearer", options.Secret) : null;
    }

    public bool IsOn => true;

    public async Task SendAsync(string mobile, string text, CancellationToken cancel)
    {
        using var answer = await _client.PostAsJsonAsync(_address, new { to = mobile, text }, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new IOException($"The gateway answered {(int)answer.StatusCode}.");
        }
    }

    public void Dispose() => _client.Dispose();
}
