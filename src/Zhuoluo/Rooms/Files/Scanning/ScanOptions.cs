using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhuoluo.Rooms.Files.Scanning;

/// <summary>The program that looks at every file before it is kept; off without one.</summary>
/// <param name="Program">Name or path, started without a shell.</param>
/// <param name="Arguments">In order; <c>{file}</c> stands for the path, which comes last where no argument says so.</param>
/// <param name="Limit">How long it may take.</param>
/// <param name="KeepsUnsure">Files that could not be checked are put aside for the operator. They are refused all the same.</param>
/// <param name="Folder">Where files wait for the program and lie aside. Absolute.</param>
internal sealed partial record ScanOptions(string Program, IReadOnlyList<string> Arguments, TimeSpan Limit, bool KeepsUnsure, string Folder)
{
    public const string Place = "{file}";
    private const int UsualSeconds = 30;
    private const int MostSeconds = 300;

    public bool IsOn => Program.Length > 0;

    public static ScanOptions FromEnvironment(string folder) => Read(
        Environment.GetEnvironmentVariable("ZHUOLUO_SCAN"), Environment.GetEnvironmentVariable("ZHUOLUO_SCAN_SECONDS"), Environment.GetEnvironmentVariable("ZHUOLUO_SCAN_UNSURE"), folder);

    /// <summary>Words are parted by blanks; quotation marks keep blanks in a word.</summary>
    public static ScanOptions Read(string? line, string? seconds, string? unsure, string folder)
    {
        var words = Word().Matches(line ?? "").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value).ToList();
        var limit = int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, MostSeconds) : UsualSeconds;
        var arguments = words.Skip(1).ToList();
        if (!arguments.Contains(Place))
        {
            arguments.Add(Place);
        }
        return new ScanOptions(words.FirstOrDefault() ?? "", arguments, TimeSpan.FromSeconds(limit), unsure?.Trim() == "quarantine", folder);
    }

    [GeneratedRegex("""
        "([^"]*)"|[^\s"]+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
