using System.Security.Claims;
using Zhuoluo.Foundation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Where a request becomes an act: pages and APIs take who acts and when from here, once, and pass it down.</summary>
internal static class Edge
{
    /// <summary>Who is signed in, with the roles held now; <see cref="Actor.Public"/> when nobody is.</summary>
    public static Actor Actor(this HttpContext context) => context.Features.Get<OnDuty>()?.Actor ?? Foundation.Actor.Public;

    /// <summary>The act of this request.</summary>
    public static Act Act(this HttpContext context, string? why = null) =>
        context.RequestServices.GetRequiredService<ActFactory>().New(context.Actor(), context.IsApi() ? Door.Api : Door.Page, why) with { Trail = context.Trail() };

    /// <summary>Whether the one signed in may, for menus and buttons; for the unit's path where one is given.</summary>
    public static bool May(this HttpContext context, Capability capability, string? unitPath = null) =>
        Permissions.May(context.Actor(), capability, unitPath);

    /// <summary>For the lines of the staff menu, which know the session's principal only.</summary>
    public static bool May(this ClaimsPrincipal user, Capability capability) =>
        Permissions.Roles.Any(r => Permissions.ScopeOf(capability, r) != Scope.None && user.IsInRole(r.ToString()));

    public static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
