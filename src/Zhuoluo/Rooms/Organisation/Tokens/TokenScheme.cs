using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>
/// <c>Authorization: Bearer zl_…</c> on addresses under /api. The actor is the person behind the token with the roles held now,
/// narrowed to the token's scopes. A request with the header is never taken for one of the cookie beside it.
/// </summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenBook book, Staff staff, ActFactory acts, WrongTokens wrong)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Bearer";
    private const string Start = Name + " ";

    public static bool IsUsed(HttpContext context) =>
        context.IsApi() && context.Request.Headers.Authorization is [{ } header] && header.StartsWith(Start, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var cancel = Context.RequestAborted;
        var now = acts.Now;
        var secret = Request.Headers.Authorization.ToString()[Start.Length..].Trim();
        if (await book.FindAsync(secret, now, cancel) is not { } token || await staff.OnDutyAsync(token.PersonId, stamp: null, now, cancel) is not { } onDuty)
        {
            Context.Features.Set(wrong.Note(Context.Connection.RemoteIpAddress?.ToString() ?? "", now));
            return AuthenticateResult.Fail("Not a valid token.");
        }
        var actor = onDuty.Actor with { Only = TokenScope.Opened(token.Scopes) };
        Context.Features.Set(onDuty with { Actor = actor });
        await book.NoteUseAsync(token, acts.New(Actor.Job("note-token-use"), Door.Job), cancel);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, actor.Name), new Claim(Shell.Api.Limiter.TokenClaim, token.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
