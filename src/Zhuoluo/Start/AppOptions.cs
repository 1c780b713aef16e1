using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>What a start of the server needs to know. Everything else is data.</summary>
/// <param name="Database">Where the data live.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="IsDemo">Marks every page as a demonstration.</param>
internal sealed record AppOptions(DatabaseOptions Database, string Urls, bool IsDemo)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public Budgets Budgets { get; init; } = new();

    /// <summary>From the working folder and the environment: ZHUOLUO_POSTGRES is a connection string, ZHUOLUO_DATA a folder.</summary>
    public static DatabaseOptions DatabaseFromEnvironment() => new(
        Path.GetFullPath(Environment.GetEnvironmentVariable("ZHUOLUO_DATA") ?? Directory.GetCurrentDirectory()),
        Environment.GetEnvironmentVariable("ZHUOLUO_POSTGRES"))
    {
        Node = NodeOf(Environment.GetEnvironmentVariable("ZHUOLUO_NODE")),
    };

    // A wrong number would give two nodes the same ids: better not to start.
    private static int NodeOf(string? given) =>
        string.IsNullOrEmpty(given) ? 0
        : int.TryParse(given, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var node) && node < IdSource.Nodes ? node
        : throw new InvalidOperationException($"ZHUOLUO_NODE must be a number from 0 to {IdSource.Nodes - 1}.");
}
