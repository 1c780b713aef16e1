using System.Net;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Verify;

/// <summary>A log on the web (C2SP tlog-tiles, "APIs"). What is not found is not there; everything else that is no answer is a fault of the moment, tried again twice.</summary>
internal sealed class HttpTileSource : ITileSource, IDisposable
{
    // 256 entries of 65,535 bytes, each with its length.
    private const int LargestAnswer = 256 * (2 + ushort.MaxValue);
    private const int Tries = 3;
    private readonly HttpClient _client;

    public HttpTileSource(Uri prefix, HttpMessageHandler handler)
    {
        _client = new HttpClient(handler) { BaseAddress = new Uri(prefix.AbsoluteUri.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = LargestAnswer };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("zhuoluo-verify");
    }

    public Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel) => GetAsync("checkpoint", cancel);

    // A log may have dropped a partial tile once the full one is there (tlog-tiles, "Partial Tiles").
    public async Task<byte[]?> ReadTileAsync(TilePath tile, CancellationToken cancel) =>
        await GetAsync(tile.ToString(), cancel)
        ?? (tile.IsFull ? null : Tile.Prefix(tile, await GetAsync(tile.WithWidth(Tile.Width).ToString(), cancel)));

    public void Dispose() => _client.Dispose();

    private async Task<byte[]?> GetAsync(string path, CancellationToken cancel)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), cancel);
                if (answer.StatusCode == HttpStatusCode.NotFound)
                {
                    return null;
                }
                if (answer.IsSuccessStatusCode)
                {
                    return await answer.Content.ReadAsByteArrayAsync(cancel);
                }
                if (tried == Tries || (int)answer.StatusCode < 500)
                {
                    throw new IOException($"{_client.BaseAddress}{path} answers {(int)answer.StatusCode}.");
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                if (tried == Tries)
                {
                    throw new IOException($"{_client.BaseAddress}{path} cannot be reached: {fault.Message}", fault);
                }
            }
            await Task.Delay(TimeSpan.FromMilliseconds(200 * tried), cancel);
        }
    }
}
