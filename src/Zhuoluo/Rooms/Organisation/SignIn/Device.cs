using System.Net;
using System.Net.Sockets;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>Enough for a person to know the own device again, not enough to know it from others.</summary>
internal static class Device
{
    private const int ShownParts = 2;

    private static readonly (string Sign, string Word)[] _browsers =
        [("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Word)[] _systems =
        [("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Words(string? userAgent)
    {
        var agent = userAgent ?? "";
        var words = new[] { Find(_browsers, agent), Find(_systems, agent) }.OfType<string>().ToList();
        return words.Count > 0 ? string.Join(" · ", words) : "?";
    }

    /// <summary>10.20.*.* of 10.20.30.40; the first three groups of an IPv6 address.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "?";
        }
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? string.Join('.', plain.ToString().Split('.').Take(ShownParts)) + ".*.*"
            : string.Join(':', plain.GetAddressBytes().Chunk(2).Take(ShownParts + 1).Select(b => Convert.ToHexStringLower(b))) + ":*";
    }

    private static string? Find((string Sign, string Word)[] signs, string agent) =>
        Array.Find(signs, s => agent.Contains(s.Sign, StringComparison.Ordinal)).Word;
}
