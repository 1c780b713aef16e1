using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Zhuoluo.Tests.Rooms.Files;

/// <summary>
/// A bucket on this machine that speaks what the store needs of S3: PUT, GET, HEAD, DELETE and the list in pages of one. Every request's
/// signature (AWS Signature Version 4) and the digest of its body are worked out again and compared.
/// </summary>
internal sealed class LocalBucket : IAsyncDisposable
{
    public const string Name = "county";
    public const string KeyId = "AKTESTZHUOLUO";
    public const string Secret = "a-secret/of+the=bucket";
    private const string Region = "east-test";
    private readonly WebApplication _app;

    private LocalBucket(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, byte[]> Kept { get; } = new(StringComparer.Ordinal);
    public string Address => _app.Urls.First();

    public static async Task<LocalBucket> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bucket = new LocalBucket(builder.Build());
        bucket._app.Run(bucket.AnswerAsync);
        await bucket._app.StartAsync();
        return bucket;
    }

    public Dictionary<string, string> Settings(string secret = Secret, string prefix = "files") => new(StringComparer.Ordinal)
    {
        ["ZHUOLUO_S3"] = Address,
        ["ZHUOLUO_S3_BUCKET"] = Name,
        ["ZHUOLUO_S3_REGION"] = Region,
        ["ZHUOLUO_S3_PREFIX"] = prefix,
        ["ZHUOLUO_S3_KEY"] = KeyId,
        ["ZHUOLUO_S3_SECRET"] = secret,
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (!IsSigned(context, body.ToArray()))
        {
            await FailAsync(context, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch");
            return;
        }
        var path = context.Request.Path.Value!;
        var key = path.StartsWith($"/{Name}/", StringComparison.Ordinal) ? path[(Name.Length + 2)..] : "";
        switch (context.Request.Method)
        {
            case "GET" when key.Length == 0:
                await ListAsync(context);
                break;
            case "PUT":
                Kept[key] = body.ToArray();
                context.Response.Headers.ETag = "\"put-1\"";
                break;
            case "DELETE":
                Kept.TryRemove(key, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case var _ when !Kept.ContainsKey(key):
                await FailAsync(context, StatusCodes.Status404NotFound, "NoSuchKey");
                break;
            default:
                context.Response.ContentLength = Kept[key].Length;
                context.Response.Headers.ETag = "\"put-1\"";
                context.Response.Headers.LastModified = "Mon, 02 Mar 2026 01:00:00 GMT";
                if (HttpMethods.IsGet(context.Request.Method))
                {
                    await context.Response.Body.WriteAsync(Kept[key]);
                }
                break;
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var after = query["continuation-token"].ToString();
        var left = Kept.Keys.Where(k => k.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(k, after) > 0).Order(StringComparer.Ordinal).ToList();
        var found = left.Take(1).Select(k => $"<Contents><Key>{k}</Key><LastModified>2026-03-02T01:00:00.000Z</LastModified><Size>{Kept[k].Length}</Size></Contents>");
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>{Name}</Name><KeyCount>{Math.Min(left.Count, 1)}</KeyCount>
            <IsTruncated>{(left.Count > 1 ? "true" : "false")}</IsTruncated>{(left.Count > 1 ? $"<NextContinuationToken>{left[0]}</NextContinuationToken>" : "")}{string.Concat(found)}</ListBucketResult>
            """);
    }

    private static async Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>Not for {KeyId}</Message><AWSAccessKeyId>{KeyId}</AWSAccessKeyId></Error>");
        }
    }

    private static bool IsSigned(HttpContext context, byte[] body)
    {
        var request = context.Request;
        var said = request.Headers.Authorization.ToString().Split(' ', 2)[^1].Split(',').Select(p => p.Trim().Split('=', 2)).ToDictionary(p => p[0], p => p[^1]);
        var digest = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"] != digest || !said.TryGetValue("SignedHeaders", out var names))
        {
            return false;
        }
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var query = (target.Length > 1 ? target[1] : "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => (p + "=").Split('='))
            .Select(p => Uri.EscapeDataString(Uri.UnescapeDataString(p[0])) + "=" + Uri.EscapeDataString(Uri.UnescapeDataString(p[1]))).Order(StringComparer.Ordinal);
        var headers = names.Split(';').Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}:{request.Headers[n].ToString().Trim()}\n"));
        var canonical = $"{request.Method}\n{target[0]}\n{string.Join('&', query)}\n{string.Concat(headers)}\n{names}\n{digest}";
        var scope = string.Join('/', said["Credential"].Split('/')[1..]);
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), (k, word) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(word)));
        return said["Credential"].StartsWith(KeyId + "/", StringComparison.Ordinal) && scope.Contains($"/{Region}/s3/", StringComparison.Ordinal)
            && said["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
