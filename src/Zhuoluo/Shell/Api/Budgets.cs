using System.Globalization;
using System.Net;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// How much one address, token or person may ask for before it is told to wait. Generous, because a service hall, a school and a
/// village share one address: what is held up is a machine, never a queue of people. Nobody is given a puzzle.
/// </summary>
internal sealed record Budgets
{
    /// <summary>Forms and API calls that change something, from one address without a session: that many at once, and as many again each minute.</summary>
    public int Posts { get; init; } = 120;

    /// <summary>API calls that only read, from one address without a session, a minute.</summary>
    public int Reads { get; init; } = 1200;

    /// <summary>API calls of one person or token, a minute.</summary>
    public int Calls { get; init; } = 3000;

    public bool IsOff { get; init; }

    /// <summary>Whose X-Forwarded-For is believed. Without any, requests from this machine are not limited: behind an unnamed proxy all would be one.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>
    /// ZHUOLUO_PROXIES holds addresses or networks, separated by commas; ZHUOLUO_LIMITS "off" or words such as "posts=60 reads=600".
    /// </summary>
    public static Budgets FromEnvironment() => Read(Environment.GetEnvironmentVariable("ZHUOLUO_PROXIES"), Environment.GetEnvironmentVariable("ZHUOLUO_LIMITS"));

    /// <exception cref="FormatException">A word is none: a typing mistake must not leave the door open.</exception>
    public static Budgets Read(string? proxies, string? limits)
    {
        var budgets = new Budgets { Proxies = [.. Words(proxies).Select(Network)] };
        foreach (var word in Words(limits))
        {
            var parts = word.Split('=');
            budgets = (parts[0], parts.Length) switch
            {
                ("off", 1) => budgets with { IsOff = true },
                ("posts", 2) => budgets with { Posts = Number(parts[1]) },
                ("reads", 2) => budgets with { Reads = Number(parts[1]) },
                ("calls", 2) => budgets with { Calls = Number(parts[1]) },
                _ => throw new FormatException($"ZHUOLUO_LIMITS: {word} is not one of off, posts=N, reads=N, calls=N."),
            };
        }
        return budgets;
    }

    private static string[] Words(string? text) => text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new FormatException($"ZHUOLUO_LIMITS: {text} is not a number above 0.");

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new FormatException($"ZHUOLUO_PROXIES: {text} is neither an address nor a network.");
}
