using System.Globalization;

namespace Zhuoluo.Bench;

/// <summary>What to measure.</summary>
/// <param name="Parts">Empty for all.</param>
/// <param name="Sizes">Matters in the SQLite databases.</param>
/// <param name="Seconds">Length of a measured run; the warm-up is half of it.</param>
/// <param name="Folder">Where prepared databases lie.</param>
/// <param name="KeepsFolder">Whether they stay for the next run.</param>
/// <param name="IsQuick">A look, not a result: nothing is written to docs.</param>
/// <param name="IsWritten">Parts measured by themselves take their place in docs too.</param>
internal sealed record BenchOptions(IReadOnlySet<string> Parts, IReadOnlyList<int> Sizes, int Seconds, string Folder, bool KeepsFolder, bool IsQuick, bool IsWritten)
{
    /// <summary>The size at which the targets of lists and pages are set.</summary>
    public const int Usual = 100_000;
    public const int Largest = 1_000_000;

    public bool Has(string part) => Parts.Count == 0 || Parts.Contains(part);

    public static BenchOptions Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var isQuick = args.Contains("--quick");
        for (var i = 0; i + 1 < args.Length; i++)
        {
            if (args[i].StartsWith("--", StringComparison.Ordinal) && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                given[args[i]] = args[i + 1];
            }
        }
        var folder = given.GetValueOrDefault("--data");
        return new BenchOptions(
            (given.GetValueOrDefault("--only") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            [.. (given.GetValueOrDefault("--sizes") ?? (isQuick ? "10k,100k" : "10k,100k,1m")).Split(',').Select(Size)],
            int.Parse(given.GetValueOrDefault("--seconds") ?? (isQuick ? "4" : "8"), CultureInfo.InvariantCulture),
            folder is null ? Directory.CreateTempSubdirectory("zlbench").FullName : Directory.CreateDirectory(Path.GetFullPath(folder)).FullName,
            folder is not null,
            isQuick,
            args.Contains("--write"));
    }

    public static string Name(int size) => size >= Largest ? $"{size / Largest}M" : $"{size / 1000}k";

    private static int Size(string word) => word switch
    {
        [.. var number, 'k' or 'K'] => int.Parse(number, CultureInfo.InvariantCulture) * 1000,
        [.. var number, 'm' or 'M'] => int.Parse(number, CultureInfo.InvariantCulture) * Largest,
        _ => int.Parse(word, CultureInfo.InvariantCulture),
    };
}
