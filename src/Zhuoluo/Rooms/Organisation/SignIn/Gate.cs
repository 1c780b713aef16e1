using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>
/// Runs after routing and authentication and before every page and endpoint. What says neither <see cref="NeedsAttribute"/>
/// nor <see cref="OpenAttribute"/> is closed to all.
/// </summary>
internal static class Gate
{
    public static async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<TokenRefused>() is { } wrong)
        {
            wrong.Answer(context.Response);
            return;
        }
        var endpoint = context.GetEndpoint();
        // What is no route is the router's own no: another method, another content type.
        if (endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<OpenAttribute>() is not null)
        {
            await next(context);
            return;
        }
        var needs = endpoint.Metadata.GetMetadata<NeedsAttribute>();
        var actor = context.Actor();
        if (needs is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (actor.PersonId is null)
        {
            SendToSignIn(context);
        }
        else if (context.Features.Get<OnDuty>() is { MustChangePassword: true } && context.Request.Path != Doors.Account)
        {
            SendTo(context, Doors.Account);
        }
        else if (context.Features.Get<OnDuty>() is { MustEnrol: true } && !context.Request.Path.StartsWithSegments(Doors.Account, StringComparison.Ordinal))
        {
            SendTo(context, "/account/second-factor");
        }
        else if (needs.AnyOf.Count > 0 && !needs.AnyOf.Any(c => Permissions.May(actor, c)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (endpoint.Metadata.GetMetadata<NeedsFreshAttribute>() is not null && StepUp.IsNeeded(context))
        {
            StepUp.Send(context);
        }
        else
        {
            await next(context);
        }
    }

    // A password that somebody else knows opens nothing but the page to change it, and a missing second factor the page to set one up.
    private static void SendTo(HttpContext context, string page)
    {
        if (context.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        context.Response.Redirect(page);
    }

    private static void SendToSignIn(HttpContext context)
    {
        if (context.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = TokenScheme.Name;
            return;
        }
        // Only a GET can be asked again after signing in.
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "";
        context.Response.Redirect(Doors.SignIn + (back.Length > 0 ? QueryString.Create("return", back) : ""));
    }
}
