namespace Zhuoluo.Rooms.Organisation.External;

/// <summary>An issuer of OpenID Connect, such as the county's unified identity; off without an authority.</summary>
/// <param name="Authority">Address under which <c>/.well-known/openid-configuration</c> lies; https, or http on this machine.</param>
/// <param name="ClientId">As registered there.</param>
/// <param name="ClientSecret">Empty for a public client.</param>
/// <param name="Label">What the button says; empty for the usual words.</param>
internal sealed record ExternalOptions(string Authority, string ClientId, string ClientSecret, string Label)
{
    public bool IsOn => Authority.Length > 0 && ClientId.Length > 0;

    public static ExternalOptions FromEnvironment() => new(
        Read("ZHUOLUO_OIDC_AUTHORITY").TrimEnd('/'), Read("ZHUOLUO_OIDC_CLIENT"), Read("ZHUOLUO_OIDC_SECRET"), Read("ZHUOLUO_OIDC_LABEL"));

    private static string Read(string name) => Environment.GetEnvironmentVariable(name)?.Trim() ?? "";
}
