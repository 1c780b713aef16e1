using Microsoft.AspNetCore.Http.Features;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>
/// What every request is asked before its endpoint: how long its body may be, whether it carries what no text holds, and under /api
/// whether another site sent it and under which key.
/// </summary>
internal static class ApiGuard
{
    /// <summary>Four thousand characters with all fields around them come to 60 KB at most.</summary>
    public const long MostJson = 1 << 20;

    /// <summary>A text far too long is refused beside its field, with what was typed; what is longer than this is no form.</summary>
    public const long MostForm = 4 << 20;

    public static async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next(context);
            return;
        }
        if (IsTooLong(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (!context.IsApi())
        {
            await next(context);
            return;
        }
        if (IsFromAnotherSite(request))
        {
            await new FromAnotherSite().Problem(context).ExecuteAsync(context);
            return;
        }
        if (!request.HasFormContentType && await OnceKeys.BindAsync(context) is { } refusal)
        {
            await refusal.Problem(context).ExecuteAsync(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (OnceKeyReused) when (!context.Response.HasStarted)
        {
            await new OnceKeyOfAnother().Problem(context).ExecuteAsync(context);
        }
    }

    // Files come as multipart and have limits of their own at their endpoints.
    private static bool IsTooLong(HttpContext context)
    {
        var type = context.Request.ContentType ?? "";
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var most = context.IsApi() ? MostJson : MostForm;
        if (context.Request.ContentLength > most)
        {
            return true;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit && (limit.MaxRequestBodySize is null || limit.MaxRequestBodySize > most))
        {
            limit.MaxRequestBodySize = most;
        }
        return false;
    }

    // Browsers tell; programs that are none have no session to misuse.
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != request.Host.Value);
    }
}
