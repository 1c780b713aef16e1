using System.Net;
using System.Net.Sockets;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>
/// Keeps a webhook from reaching what only this server can reach. The name is resolved once and the connection goes to exactly the
/// addresses that were checked, so that a name that changes its mind between check and use gains nothing.
/// </summary>
internal sealed class WebhookGuard(WebhookOptions options)
{
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork ? IsPublic(plain.GetAddressBytes())
            : !(IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast || plain.IsIPv6Teredo
                || plain.Equals(IPAddress.IPv6Any) || IsTranslated(plain.GetAddressBytes()));
    }

    /// <summary>Https, or http where inner networks are allowed; no name and password in it.</summary>
    public bool MayBeAsked(string url, out Uri? address) =>
        Uri.TryCreate(url, UriKind.Absolute, out address) && address.UserInfo.Length == 0 && address.Host.Length > 0
        && (address.Scheme == Uri.UriSchemeHttps || (options.AllowsInner && address.Scheme == Uri.UriSchemeHttp))
        && (options.AllowsInner || !IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) || IsPublic(number));

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = options.AllowsInner ? found : Array.FindAll(found, IsPublic);
        if (allowed.Length == 0)
        {
            throw new ForbiddenAddressException();
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // IANA IPv4 special-purpose registry: this network, private, shared, loopback, link-local, protocol, documentation, benchmark, multicast, reserved.
    private static bool IsPublic(byte[] b) => !(b[0] is 0 or 10 or 127 or >= 224
        || (b[0] == 100 && b[1] is >= 64 and < 128) || (b[0] == 169 && b[1] == 254) || (b[0] == 172 && b[1] is >= 16 and < 32)
        || (b[0] == 192 && ((b[1] == 168) || (b[1] == 0 && b[2] is 0 or 2))) || (b[0] == 198 && (b[1] is 18 or 19 || (b[1] == 51 && b[2] == 100)))
        || (b[0] == 203 && b[1] == 0 && b[2] == 113));

    // 64:ff9b::/96 and 2002::/16 carry an IPv4 address that a gateway might unpack.
    private static bool IsTranslated(byte[] b) => (b[0] == 0x20 && b[1] == 0x02) || (b[0] == 0 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b);
}

/// <summary>The name stands for an address inside.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address lies in a network that webhooks may not reach.");

/// <param name="AllowsInner">Loopback and private networks and plain http may be reached: for a county's own network.</param>
internal sealed record WebhookOptions(bool AllowsInner)
{
    public static WebhookOptions FromEnvironment() => new(Environment.GetEnvironmentVariable("ZHUOLUO_WEBHOOKS_INNER") == "yes");
}
