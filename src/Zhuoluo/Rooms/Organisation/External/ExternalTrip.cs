using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.External;

/// <summary>What must be remembered between leaving for the issuer and coming back: a sealed cookie of ten minutes in the same browser.</summary>
internal sealed class ExternalTrip(IDataProtectionProvider protection, ActFactory acts)
{
    private const string Cookie = "zhuoluo.external";
    private const string Path = "/sign-in/external";
    private static readonly TimeSpan _lasts = TimeSpan.FromMinutes(10);
    private readonly IDataProtector _protector = protection.CreateProtector("zhuoluo.external.v1");

    public void Begin(HttpContext context, Ticket ticket) => context.Response.Cookies.Append(
        Cookie, _protector.Protect(JsonSerializer.Serialize(ticket with { Until = (acts.Now + _lasts).ToUnixTimeSeconds() })), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = Path,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    /// <summary>The ticket of this browser for that state; used up.</summary>
    public Ticket? End(HttpContext context, string? state)
    {
        var text = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Path });
        try
        {
            return text is { Length: > 0 } && JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(text)) is { } ticket && ticket.Until > acts.Now.ToUnixTimeSeconds()
                && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(ticket.State), System.Text.Encoding.UTF8.GetBytes(state ?? "")) ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="State">Comes back in the address.</param>
    /// <param name="Nonce">Comes back in the token.</param>
    /// <param name="Verifier">RFC 7636.</param>
    /// <param name="PersonId">Who connects the identity; null for a sign-in.</param>
    /// <param name="Return">Where to go afterwards.</param>
    /// <param name="Until">Unix seconds.</param>
    internal sealed record Ticket(string State, string Nonce, string Verifier, long? PersonId, string? Return, long Until);
}
