using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Proofs.Serving;

/// <summary>
/// The log as C2SP tlog-tiles has it: <c>checkpoint</c>, <c>tile/…</c>, and our <c>key</c>; of the newest year under /ledger, of each year under
/// /ledger/YEAR. One path a resource, read from the raw request target; nothing beyond the published size (ledger.md section 4.2).
/// </summary>
internal static class LogFiles
{
    public const string Root = "/ledger/";

    private const string Plain = "text/plain; charset=utf-8";
    private static readonly string[] _methods = ["GET", "HEAD"];

    public static void Map(WebApplication app)
    {
        foreach (var prefix in new[] { "/ledger", "/ledger/{year:int}" })
        {
            app.MapMethods(prefix + "/checkpoint", _methods, CheckpointAsync).Open();
            app.MapMethods(prefix + "/key", _methods, KeyAsync).Open();
            app.MapMethods(prefix + "/tile/{**rest}", _methods, TileAsync).Open();
        }
    }

    private static async Task<IResult> CheckpointAsync(HttpContext context, PublishedLog log, int? year, CancellationToken cancel)
    {
        if (PathOf(context) is not { } path || !path.EndsWith("/checkpoint", StringComparison.Ordinal)
            || await log.ShardAsync(year, cancel) is not { } shard || await log.CheckpointAsync(shard, cancel) is not { } note)
        {
            return Results.NotFound();
        }
        Share(context, "no-cache");
        return Results.Text(note.ToString(), Plain, Encoding.UTF8);
    }

    // The lines as a verifier takes them; a key that ended says up to which size it counts.
    private static async Task<IResult> KeyAsync(HttpContext context, PublishedLog log, int? year, CancellationToken cancel)
    {
        var keys = (await log.KeysAsync(cancel)).Where(k => year is null || k.Year == year).ToList();
        if (keys.Count == 0)
        {
            return Results.NotFound();
        }
        Share(context, "no-cache");
        return Results.Text(string.Concat(keys.Select(k => k.Vkey + "\n")), Plain, Encoding.UTF8);
    }

    private static async Task<IResult> TileAsync(HttpContext context, PublishedLog log, int? year, CancellationToken cancel)
    {
        if (PathOf(context) is not { } path || path.IndexOf("tile/", StringComparison.Ordinal) is not (> 0 and var start) || !TilePath.TryParse(path.AsSpan(start), out var tile)
            || await log.ShardAsync(year, cancel) is not { } shard || !tile.IsWithin(await log.SizeAsync(shard.Year, cancel))
            || await log.Source(shard).ReadTileAsync(tile, cancel) is not { } bytes)
        {
            return Results.NotFound();
        }
        Share(context, year is null ? "public, max-age=60" : "public, max-age=31536000, immutable");
        if (tile.IsEntries)
        {
            // Hashes do not compress, entries do to a third.
            context.Response.Headers.Vary = "Accept-Encoding";
            if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentEncoding = "gzip";
                bytes = Gzip(bytes);
            }
        }
        return Results.Bytes(bytes, "application/octet-stream");
    }

    // Not the decoded path: %30, a double slash or a query would be a second address of one thing.
    private static string? PathOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var year = context.Request.RouteValues["year"] as string;
        return target.StartsWith(Root, StringComparison.Ordinal) && (year is null || target.StartsWith($"{Root}{year}/", StringComparison.Ordinal))
            && (year is null || year == int.Parse(year, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)) ? target : null;
    }

    // Anybody's browser may verify, from whatever page.
    private static void Share(HttpContext context, string cache)
    {
        context.Response.Headers.CacheControl = cache;
        context.Response.Headers.AccessControlAllowOrigin = "*";
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }
}
