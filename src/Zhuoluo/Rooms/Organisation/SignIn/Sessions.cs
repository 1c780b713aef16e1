using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>
/// The session cookie holds the person's id and security stamp, the session's id, when it began and when a second factor was last
/// shown. Each request looks the person up in <see cref="Staff"/> and the session in <see cref="SessionBook"/>, both in memory: a role
/// that ended is gone with the next request, and so is a session.
/// </summary>
internal sealed class Sessions(Staff staff, Offices offices, ActFactory acts, SessionBook book, SessionKeeper keeper) : CookieAuthenticationEvents
{
    private const string Person = "person";
    private const string Stamp = "stamp";
    private const string Number = "session";
    private const string Born = "born";
    private const string Fresh = "fresh";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Always a new session: an id that the browser brought along is never taken over.</summary>
    public static async Task<long> BeginAsync(HttpContext context, Session session, SignInWay way)
    {
        var act = context.Act();
        var now = context.Features.Get<SessionNow>();
        var wanted = new StaffSession
        {
            Id = 0,
            PersonId = session.PersonId,
            Way = way,
            Device = Device.Words(context.Request.Headers.UserAgent),
            Network = Device.Network(context.Connection.RemoteIpAddress),
            MadeAt = act.At,
            SeenOn = LocalDay.Of(act.At),
        };
        var id = await context.RequestServices.GetRequiredService<SessionKeeper>().OpenAsync(wanted, now?.Id, act, context.RequestAborted);
        var isFresh = way is SignInWay.PasswordAndCode or SignInWay.PasswordAndRecoveryCode or SignInWay.Passkey or SignInWay.ExternalAndCode;
        var claims = new List<Claim> { Of(Person, session.PersonId), new(Stamp, session.Stamp), Of(Number, id), Of(Born, Seconds(act.At)) };
        if (isFresh)
        {
            claims.Add(Of(Fresh, Seconds(act.At)));
        }
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
        return id;
    }

    public static async Task EndAsync(HttpContext context)
    {
        if (context.Features.Get<SessionNow>() is { } now && context.Actor().PersonId is { } person)
        {
            await context.RequestServices.GetRequiredService<SessionKeeper>().EndOneAsync(person, now.Id, context.Act(), context.RequestAborted);
        }
        await context.SignOutAsync(Scheme);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancel = context.HttpContext.RequestAborted;
        var now = acts.Now;
        var held = context.Principal;
        var onDuty = Read(held, Person) is { } id && Read(held, Number) is { } number && held!.FindFirstValue(Stamp) is { } stamp
            && Read(held, Born) is { } born && now < DateTimeOffset.FromUnixTimeSeconds(born) + SessionBook.Longest && !await book.IsEndedAsync(number, cancel)
            ? await staff.OnDutyAsync(id, stamp, now, cancel)
            : null;
        if (onDuty is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        var current = new SessionNow(Read(held, Number)!.Value, Read(held, Fresh) is { } fresh ? DateTimeOffset.FromUnixTimeSeconds(fresh) : null);
        context.HttpContext.Features.Set(onDuty);
        context.HttpContext.Features.Set(current);
        if (LocalDay.Of(DateTimeOffset.FromUnixTimeSeconds(Read(held, Born)!.Value)) != LocalDay.Of(now))
        {
            await keeper.NoteSeenAsync(current.Id, acts.New(Actor.Job("note-session"), Door.Job), cancel);
        }
        context.ReplacePrincipal(Shown(held!, onDuty.Actor));
    }

    private ClaimsPrincipal Shown(ClaimsPrincipal held, Actor actor)
    {
        var unit = actor.Grants.Count > 0 ? offices.Current.Unit(actor.Grants[0].UnitId ?? 0)?.Name : null;
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                .. held.Claims.Where(c => c.Type is Person or Stamp or Number or Born or Fresh),
                new Claim(ClaimTypes.Name, actor.Name),
                new Claim(Doors.UnitClaim, unit ?? ""),
                .. actor.Grants.Select(g => g.Role).Distinct().Select(r => new Claim(ClaimTypes.Role, r.ToString())),
            ], Scheme));
    }

    private static Claim Of(string type, long value) => new(type, value.ToString(CultureInfo.InvariantCulture));

    private static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

    private static long? Read(ClaimsPrincipal? principal, string type) =>
        long.TryParse(principal?.FindFirstValue(type), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>The session of this request.</summary>
/// <param name="Id">Its row.</param>
/// <param name="FreshAt">When a second factor was last shown in it, or null.</param>
internal sealed record SessionNow(long Id, DateTimeOffset? FreshAt);
