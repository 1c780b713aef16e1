using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Onto which list the projects of a sheet go: one that is there, by its code, or a new one of this name.</summary>
internal sealed partial record ListChoice(string? Code, string Name, ProgrammeKind Kind, PublicLevel Level)
{
    /// <summary>The same for two sheets that go onto one list.</summary>
    public string Key => Code ?? "+" + Name;

    /// <summary>A new list that bears the title of the sheet. A sheet with an owner in each row is of towns and units.</summary>
    public static ListChoice Guess(IEnumerable<Row> above, SheetMapping mapping)
    {
        var title = above.SelectMany(row => row.Cells).Where(cell => cell.Kind == CellKind.Text && !cell.IsBlank).Select(cell => cell.Text.Trim()).FirstOrDefault() ?? mapping.Sheet;
        var name = title.Length <= KeepProgramme.LongestName ? title : title[..KeepProgramme.LongestName];
        return new ListChoice(null, name, KindOf(Fold.Tight(title)), mapping.Columns.ContainsKey("owner") ? PublicLevel.Town : PublicLevel.County);
    }

    private static ProgrammeKind KindOf(string title) =>
        title.Contains("改革", StringComparison.Ordinal) ? ProgrammeKind.Reform
        : InvestmentWord().IsMatch(title) ? ProgrammeKind.Investment
        : title.Contains('微', StringComparison.Ordinal) ? ProgrammeKind.Micro
        : title.Contains("重点", StringComparison.Ordinal) ? ProgrammeKind.Key
        : title.Contains("实事", StringComparison.Ordinal) ? ProgrammeKind.Practical
        : ProgrammeKind.Livelihood;

    [GeneratedRegex("招商|签约|转型项目")]
    private static partial Regex InvestmentWord();
}

/// <summary>Units that a sheet says once for a whole column.</summary>
internal static partial class SheetUnits
{
    public static string? Money(IEnumerable<Row> above) => above.SelectMany(row => row.Cells)
        .Select(cell => MoneyUnit().Match(Fold.Tight(cell.Text))).FirstOrDefault(match => match.Success)?.Groups["unit"].Value;

    [GeneratedRegex("(金额|资金)?单位:(?<unit>[亿千百万]*元)")]
    private static partial Regex MoneyUnit();
}
