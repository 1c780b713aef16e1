using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Zhuoluo.Shell;

/// <summary>
/// The files of wwwroot, held in memory (under 1 MB), each compressed once when first asked for.
/// An address with the right <c>?v=</c> may be kept for a year; without it the browser asks again.
/// </summary>
internal sealed class Assets : IFileVersionProvider
{
    // Above 9 Brotli takes ten times as long for three percent.
    private const int BrotliQuality = 9;
    private const int BrotliWindow = 22;
    private const string Forever = "public, max-age=31536000, immutable";
    private readonly FrozenDictionary<string, Asset> _assets;

    public Assets(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        _assets = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToFrozenDictionary(
            path => "/" + Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path => new Asset(File.ReadAllBytes(path), types.TryGetContentType(path, out var type) ? type : "application/octet-stream"),
            StringComparer.Ordinal);
    }

    /// <summary>The address with its version, such as <c>/site.css?v=1a2b3c4d5e</c>.</summary>
    public string Url(string path) => _assets.TryGetValue(path, out var asset) ? $"{path}?v={asset.Version}" : path;

    public string AddFileVersionToPath(PathString requestPathBase, string path) =>
        path.StartsWith(requestPathBase.Value ?? "", StringComparison.Ordinal)
            ? requestPathBase + Url(path[(requestPathBase.Value?.Length ?? 0)..])
            : path;

    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !_assets.TryGetValue(context.Request.Path.Value ?? "", out var asset))
        {
            await next(context);
            return;
        }

        var headers = context.Response.Headers;
        headers.ETag = asset.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = context.Request.Query["v"] == asset.Version ? Forever : "no-cache";
        if (context.Request.Headers.IfNoneMatch.Contains(asset.Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        var (encoding, bytes) = !asset.IsText ? (null, asset.Bytes)
            : accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", asset.Brotli.Value)
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", asset.Gzip.Value)
            : (null, asset.Bytes);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        context.Response.ContentType = asset.IsText ? asset.Type + "; charset=utf-8" : asset.Type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private sealed class Asset(byte[] bytes, string type)
    {
        public byte[] Bytes => bytes;

        public string Type => type;

        public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5));

        public string Tag => $"\"{Version}\"";

        public bool IsText => type.StartsWith("text/", StringComparison.Ordinal)
            || type.EndsWith("javascript", StringComparison.Ordinal)
            || type.EndsWith("json", StringComparison.Ordinal)
            || type.EndsWith("svg+xml", StringComparison.Ordinal);

        public Lazy<byte[]> Brotli { get; } = new(() =>
        {
            var room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            return BrotliEncoder.TryCompress(bytes, room, out var size, BrotliQuality, BrotliWindow)
                ? room[..size]
                : throw new InvalidOperationException("Brotli wanted more room than it promised.");
        });

        public Lazy<byte[]> Gzip { get; } = new(() =>
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            {
                gzip.Write(bytes);
            }

            return packed.ToArray();
        });
    }
}
