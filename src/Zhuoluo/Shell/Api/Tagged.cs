using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// Answers with an ETag: the record's version, where it has one, and a digest of what is shown, which also changes when a light does.
/// If-None-Match gives 304; If-Match looks at the version alone.
/// </summary>
internal static class Tagged
{
    public static IResult Json<T>(HttpContext context, T value, long? version = null)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(value, options);
        var digest = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 6));
        var tag = new EntityTagHeaderValue(version is { } number ? string.Create(CultureInfo.InvariantCulture, $"\"{number}-{digest}\"") : $"\"{digest}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        // A proxy that compresses marks the tag as weak; it is the same record.
        return known.Any(k => k.Compare(tag, useStrongComparison: false)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>The version in If-Match: null without the header, 0 for any, -1 for what is no version.</summary>
    public static int? VersionAsked(HttpRequest request)
    {
        var asked = request.Headers.IfMatch.ToString().Trim();
        if (asked.Length == 0)
        {
            return null;
        }
        if (asked == "*")
        {
            return 0;
        }
        var text = asked.TrimStart('W', '/').Trim('"').Split('-')[0];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : -1;
    }
}
