using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Zhuoluo.Rooms.Evaluation.Watching;

/// <summary>Ranges of addresses such as 10.8.0.0/16 or 2001:db8::/32.</summary>
internal static class NetworkRange
{
    /// <summary>The range as it is kept, or null when it is none or covers so much that it is surely a slip.</summary>
    public static string? Read(string? typed)
    {
        var words = (typed ?? "").Trim();
        if (!words.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(words, out var one))
        {
            words += one.AddressFamily == AddressFamily.InterNetwork ? "/32" : "/128";
        }
        if (!IPNetwork.TryParse(words, out var range))
        {
            return null;
        }
        var least = range.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 8 : 16;
        return range.PrefixLength < least ? null : range.ToString();
    }

    public static int PrefixOf(string range) => int.Parse(range[(range.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);

    public static bool Holds(string range, string address) =>
        IPNetwork.TryParse(range, out var network) && IPAddress.TryParse(address, out var ip) && network.Contains(Plain(ip));

    /// <summary>The neighbourhood of an address, for counting: 24 bits of IPv4, 48 of IPv6.</summary>
    public static string Around(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
        {
            return "unknown";
        }
        var ip = Plain(parsed);
        var bytes = ip.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.AsSpan(0, ip.AddressFamily == AddressFamily.InterNetwork ? 3 : 6));
    }

    // ::ffff:10.8.1.2 is 10.8.1.2: servers that listen on both families see it so.
    private static IPAddress Plain(IPAddress ip) => ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
}
