using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Verify;

/// <summary>A log by its web address or by the folder in which its files lie.</summary>
internal static class LogAddress
{
    public static ITileSource Open(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? new HttpTileSource(uri, new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All })
            : new FolderStore(address);
}
