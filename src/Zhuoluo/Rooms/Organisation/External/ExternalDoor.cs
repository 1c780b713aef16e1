using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.External;

/// <summary>
/// Sign-in by OpenID Connect: authorization code with PKCE (RFC 7636). Addresses, not pages: each leads on. Links, not forms: a form
/// may lead to this site only (Content-Security-Policy form-action).
/// </summary>
internal static class ExternalDoor
{
    private const string Address = "/sign-in/external";
    private const string Failed = Doors.SignIn + "?external=failed";
    private const int SecretLength = 32;

    public static void Map(WebApplication app)
    {
        app.MapGet(Address, LeaveAsync).Open();
        app.MapGet(Address + "/back", ReturnAsync).Open();
        app.MapGet("/account/external", ConnectAsync).Needs().NeedsFresh();
    }

    private static Task<IResult> LeaveAsync(HttpContext context, string? @return, ExternalOptions options, Issuer issuer, ExternalTrip trip, CancellationToken cancel) =>
        SendAwayAsync(context, options, issuer, trip, null, IsLocal(@return) ? @return : null, cancel);

    private static Task<IResult> ConnectAsync(HttpContext context, ExternalOptions options, Issuer issuer, ExternalTrip trip, CancellationToken cancel) =>
        SendAwayAsync(context, options, issuer, trip, context.Actor().PersonId, "/account/second-factor", cancel);

    private static async Task<IResult> SendAwayAsync(
        HttpContext context, ExternalOptions options, Issuer issuer, ExternalTrip trip, long? personId, string? back, CancellationToken cancel)
    {
        if (!options.IsOn)
        {
            return Results.NotFound();
        }
        var chance = context.Act().Chance;
        var ticket = new ExternalTrip.Ticket(Secret(chance), Secret(chance), Secret(chance), personId, back, 0);
        OpenIdConnectConfiguration configuration;
        try
        {
            configuration = await issuer.ConfigurationAsync(cancel);
        }
        catch (InvalidOperationException)
        {
            // The issuer is away: the password still opens.
            return Results.LocalRedirect(Failed);
        }
        trip.Begin(context, ticket);
        return Results.Redirect(QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = options.ClientId,
            ["redirect_uri"] = Back(context),
            ["scope"] = "openid",
            ["state"] = ticket.State,
            ["nonce"] = ticket.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(ticket.Verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext context, string? code, string? state, ExternalOptions options, Issuer issuer, ExternalTrip trip, ExternalHandlers handlers, HalfSession half, CancellationToken cancel)
    {
        if (!options.IsOn)
        {
            return Results.NotFound();
        }
        if (trip.End(context, state) is not { } ticket || code is null || await RedeemAsync(context, issuer, code, ticket, cancel) is not { } subject)
        {
            return Results.LocalRedirect(Failed);
        }
        if (ticket.PersonId is { } personId)
        {
            // Only the one who left may come back; whoever is signed in now connects nothing for another.
            var connected = await handlers.ConnectAsync(personId, subject, context.Act(), cancel);
            return Results.LocalRedirect(connected.Match(_ => ticket.Return!, _ => Failed));
        }
        if ((await handlers.EnterAsync(subject, context.Act(), cancel)).IsRefused(out _, out var session))
        {
            return Results.LocalRedirect(Failed);
        }
        if (session.NeedsSecond)
        {
            half.Begin(context, session, SignInWay.External);
            return Results.LocalRedirect("/sign-in/second" + (ticket.Return is { } then ? QueryString.Create("return", then) : ""));
        }
        await Sessions.BeginAsync(context, session, SignInWay.External);
        return Results.LocalRedirect(ticket.Return ?? Doors.StaffHome);
    }

    private static async Task<ExternalSubject?> RedeemAsync(HttpContext context, Issuer issuer, string code, ExternalTrip.Ticket ticket, CancellationToken cancel)
    {
        try
        {
            return await issuer.RedeemAsync(code, ticket.Verifier, ticket.Nonce, Back(context), cancel);
        }
        catch (Exception away) when (away is HttpRequestException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Back(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{Address}/back";

    private static string Secret(Chance chance) => WebEncoders.Base64UrlEncode(chance.Bytes(SecretLength));

    // The rule of IUrlHelper.IsLocalUrl, which an endpoint has not at hand.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || (address[1] is not ('/' or '\\'))) && !address.Any(char.IsControl);
}
