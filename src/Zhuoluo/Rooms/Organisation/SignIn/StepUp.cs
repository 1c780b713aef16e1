using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>
/// Acts that cannot be taken back (giving roles, tokens, exports, erasure) ask who has a second factor to show it once more when the
/// last time was more than ten minutes ago: a desk left open is not enough.
/// </summary>
internal static class StepUp
{
    public const string Url = "/sign-in/again";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static bool IsNeeded(HttpContext context) =>
        context.Features.Get<OnDuty>() is { HasSecondFactor: true, Actor.Only: null }
        && !(context.Features.Get<SessionNow>()?.FreshAt is { } at && context.RequestServices.GetRequiredService<ActFactory>().Now < at + Lasts);

    public static void Send(HttpContext context)
    {
        if (context.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        // What cannot be asked again is asked from its page.
        var back = context.Request.Path + (HttpMethods.IsGet(context.Request.Method) ? context.Request.QueryString : QueryString.Empty);
        context.Response.Redirect(Url + QueryString.Create("return", back));
    }

    /// <summary>Only back into this site: an address of another site would let a stranger's link lead people away after they signed in.</summary>
    public static string Back(this Microsoft.AspNetCore.Mvc.IUrlHelper url, string? back) => back is not null && url.IsLocalUrl(back) ? back : Doors.StaffHome;
}
