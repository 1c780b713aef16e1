namespace Zhuoluo.Rooms.Figures;

/// <summary>The definitions and checks that come with the program: catalog/figures. Those of one place are offered there only.</summary>
internal static class ShippedFigures
{
    public const string MeasuresFile = "measures.json";
    private const string ChecksFile = "checks.json";
    private static readonly Lazy<IReadOnlyList<FigureDefinition>> _all = new(() =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Where(f => Path.GetFileName(f) is not (ChecksFile or MeasuresFile)).Order(StringComparer.Ordinal).SelectMany(f => FigureJson.Read<FigureDefinition[]>(File.ReadAllBytes(f)))]);
    private static readonly Lazy<IReadOnlyList<FigureEquation>> _checks = new(() => FigureJson.Read<FigureEquation[]>(File.ReadAllBytes(Path.Combine(Folder, ChecksFile))));

    public static IReadOnlyList<FigureDefinition> All => _all.Value;

    public static IReadOnlyList<FigureEquation> Checks => _checks.Value;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "catalog", "figures");
}

/// <summary>Two sums of figures that must be equal.</summary>
/// <param name="Code">Its name in texts and tables.</param>
/// <param name="Left">Keys that are added up.</param>
/// <param name="Right">Keys that are added up.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="English">In English.</param>
internal sealed record FigureEquation(string Code, IReadOnlyList<string> Left, IReadOnlyList<string> Right, string Name, string English);
