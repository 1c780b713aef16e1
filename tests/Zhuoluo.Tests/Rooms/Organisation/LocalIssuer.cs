using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

/// <summary>A small issuer of OpenID Connect on this machine: says who the test wants, once for each code, and checks the verifier.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    public const string Client = "zhuoluo";
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly Dictionary<string, (string Challenge, string Nonce)> _codes = [];
    private readonly TestClock _clock;

    private LocalIssuer(WebApplication app, TestClock clock) => (_app, _clock) = (app, clock);

    public string Address => _app.Urls.First();
    public string Subject { get; set; } = "u-1001";
    public string? Audience { get; set; }
    public string? Nonce { get; set; }
    public string? SaidIssuer { get; set; }
    public RSA? OtherKey { get; set; }
    public TimeSpan Age { get; set; }

    public static async Task<LocalIssuer> StartAsync(TestClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new LocalIssuer(builder.Build(), clock);
        issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = issuer.Address,
            authorization_endpoint = issuer.Address + "/authorize",
            token_endpoint = issuer.Address + "/token",
            jwks_uri = issuer.Address + "/keys",
        }));
        issuer._app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        issuer._app.MapPost("/token", issuer.GiveAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>What the browser of somebody signed in there would do: back to the site with a code.</summary>
    public string Authorise(Uri asked)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        var code = "code" + _codes.Count;
        _codes[code] = (query["code_challenge"]!, query["nonce"]!);
        return QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        OtherKey?.Dispose();
    }

    private object PublicKey()
    {
        var key = _key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = "k1", n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) };
    }

    private async Task<IResult> GiveAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.Remove(form["code"]!, out var asked)
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) != asked.Challenge)
        {
            return Results.BadRequest();
        }
        var now = _clock.GetUtcNow().UtcDateTime - Age;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = SaidIssuer ?? Address,
            Audience = Audience ?? Client,
            Subject = new ClaimsIdentity([new Claim("sub", Subject), new Claim("nonce", Nonce ?? asked.Nonce)]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(OtherKey ?? _key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { id_token = token, access_token = "x", token_type = "Bearer" });
    }
}
