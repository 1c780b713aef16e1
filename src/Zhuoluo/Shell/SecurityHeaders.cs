using Microsoft.Net.Http.Headers;

namespace Zhuoluo.Shell;

/// <summary>Sent with every answer, error pages included. No inline script or style exists, so no nonce is needed.</summary>
internal static class SecurityHeaders
{
    /// <summary>data: images are Bootstrap's select arrow and ticks.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        // The exception handler clears headers, so they are added when the answer starts.
        context.Response.OnStarting(static state =>
        {
            var sent = (HttpContext)state;
            var headers = sent.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            // Desks are shared: what one person saw must not come back from the cache for the next.
            if (sent.User.Identity is { IsAuthenticated: true } && !headers.ContainsKey(HeaderNames.CacheControl))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
