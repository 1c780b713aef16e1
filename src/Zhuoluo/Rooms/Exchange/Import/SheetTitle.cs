using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>What a sheet calls itself above its header: the name in quotation marks, else the title without the words for a list.</summary>
internal static partial class SheetTitle
{
    public static string? Of(Sheet sheet, SheetMapping mapping, CancellationToken cancel)
    {
        var title = sheet.Rows(cancel).TakeWhile(row => row.Number < mapping.HeaderRows[0])
            .SelectMany(row => row.Cells).Where(cell => cell.Kind == CellKind.Text && !cell.IsBlank).Select(cell => cell.Text.Trim()).FirstOrDefault();
        if (title is null)
        {
            return null;
        }
        if (Quoted().Match(title) is { Success: true } quoted)
        {
            return quoted.Groups["name"].Value.Trim();
        }
        var bare = ListWord().Replace(Bracket().Replace(Fold.Width(title).Trim(), ""), "").Trim();
        return bare.Length >= 2 ? bare : title;
    }

    [GeneratedRegex("[“\"「《](?<name>[^”\"」》]{2,40})[”\"」》]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\([^)]*\)$")]
    private static partial Regex Bracket();

    [GeneratedRegex("(工作)?(台账|汇总表|明细表|统计表|登记表|安排表|清单|汇总|一览表|表)$")]
    private static partial Regex ListWord();
}
