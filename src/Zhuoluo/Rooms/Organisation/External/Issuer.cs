using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.External;

/// <summary>Talks with the issuer: where it is, the code for a token, and whether the token is true (OpenID Connect Core 3.1.3.7).</summary>
internal sealed class Issuer : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(2);

    // Signed with the issuer's own key: a symmetric one would be the client's secret, and "none" is nobody's.
    private static readonly string[] _algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly HttpClient _http = new() { Timeout = _patience };
    private readonly ExternalOptions _options;
    private readonly ActFactory _acts;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configuration;

    public Issuer(ExternalOptions options, ActFactory acts)
    {
        (_options, _acts) = (options, acts);
        var isHere = Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) && address.IsLoopback;
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.Authority + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(_http) { RequireHttps = !isHere });
    }

    public Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancel) => _configuration.GetConfigurationAsync(cancel);

    /// <summary>Who it was, or null when anything at all is not as it should be.</summary>
    public async Task<ExternalSubject?> RedeemAsync(string code, string verifier, string nonce, string redirect, CancellationToken cancel)
    {
        var configuration = await ConfigurationAsync(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = redirect,
                ["client_id"] = _options.ClientId,
                ["code_verifier"] = verifier,
            }),
        };
        if (_options.ClientSecret.Length > 0)
        {
            var pair = $"{Uri.EscapeDataString(_options.ClientId)}:{Uri.EscapeDataString(_options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        using var answer = await _http.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }
        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
        return json.RootElement.TryGetProperty("id_token", out var token) ? await ReadAsync(token.GetString()!, nonce, configuration) : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<ExternalSubject?> ReadAsync(string token, string nonce, OpenIdConnectConfiguration configuration)
    {
        var now = _acts.Now.UtcDateTime;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = _options.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = _algorithms,
            RequireSignedTokens = true,
            LifetimeValidator = (from, until, _, _) => until > now - _skew && !(from > now + _skew),
        });
        return result.IsValid && result.SecurityToken is JsonWebToken { Subject.Length: > 0 } jwt
            && jwt.TryGetPayloadValue<string>("nonce", out var said) && said == nonce
            ? new ExternalSubject(configuration.Issuer, jwt.Subject)
            : null;
    }
}

/// <summary>Somebody as the issuer knows them.</summary>
internal sealed record ExternalSubject(string Issuer, string Subject);
