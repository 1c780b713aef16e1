using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>
/// The session cookie holds the person's id and security stamp, nothing else. Each request looks both up in
/// <see cref="Staff"/> and takes name, unit and roles from there: a role that ended is gone with the next request.
/// </summary>
internal sealed class Sessions(Staff staff, Offices offices, ActFactory acts) : CookieAuthenticationEvents
{
    private const string Person = "person";
    private const string Stamp = "stamp";

    public static Task BeginAsync(HttpContext context, Session session) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(Person, session.PersonId.ToString(CultureInfo.InvariantCulture)), new Claim(Stamp, session.Stamp)],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var onDuty = long.TryParse(context.Principal?.FindFirstValue(Person), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && context.Principal.FindFirstValue(Stamp) is { } stamp
            ? await staff.OnDutyAsync(id, stamp, acts.Now, context.HttpContext.RequestAborted)
            : null;
        if (onDuty is null)
        {
            context.RejectPrincipal();
            await EndAsync(context.HttpContext);
            return;
        }
        var actor = onDuty.Actor;
        context.HttpContext.Features.Set(onDuty);
        var unit = actor.Grants.Count > 0 ? offices.Current.Unit(actor.Grants[0].UnitId ?? 0)?.Name : null;
        var held = new ClaimsIdentity(
            [
                .. context.Principal!.Claims.Where(c => c.Type is Person or Stamp),
                new Claim(ClaimTypes.Name, actor.Name),
                new Claim(Doors.UnitClaim, unit ?? ""),
                .. actor.Grants.Select(g => g.Role).Distinct().Select(r => new Claim(ClaimTypes.Role, r.ToString())),
            ], CookieAuthenticationDefaults.AuthenticationScheme);
        context.ReplacePrincipal(new ClaimsPrincipal(held));
    }
}
