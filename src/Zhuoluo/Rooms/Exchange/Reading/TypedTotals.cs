using System.Globalization;
using System.Text.RegularExpressions;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Totals that somebody typed at the foot of a sheet (建立台账13524件，已办结13489件，办结率99.74%). Never trusted: they are
/// compared with the rows that are imported, and a difference is a warning.
/// </summary>
internal sealed partial class TypedTotals(SheetMapping mapping)
{
    private int _rows;
    private int _finished;

    public void Count(Finding finding)
    {
        if (finding is Taken taken)
        {
            _rows++;
            _finished += taken.Entry switch
            {
                VisitRow row => row.State == "closed" ? 1 : 0,
                SuggestionRow row => row.State == "done" ? 1 : 0,
                DutyProblemRow row => row.State == "solved" ? 1 : 0,
                TicketRow row => row.State == "closed" ? 1 : 0,
                ProjectRow row => row.IsDone ? 1 : 0,
                _ => 0,
            };
        }
    }

    public IEnumerable<Warned> Compare(IEnumerable<Row> totals)
    {
        foreach (var row in totals)
        {
            for (var column = 0; column < row.Cells.Length; column++)
            {
                foreach (var match in row.Cells[column].IsBlank ? [] : Figure().Matches(Fold.Tight(row.Cells[column].Text)).AsEnumerable())
                {
                    var right = Right(match.Groups["what"].Value, match.Groups["unit"].Value);
                    if (right is not null && !Same(match.Groups["value"].Value, right))
                    {
                        yield return new Warned(
                            mapping.Sheet, mapping.Kind, row.Number, row.Line, CellName.Of(column, row.Number), "total_differs",
                            match.Groups["value"].Value + match.Groups["unit"].Value, right + match.Groups["unit"].Value);
                    }
                }
            }
        }
    }

    private string? Right(string what, string unit)
    {
        if (unit == "%")
        {
            return what.Contains('率', StringComparison.Ordinal) && _rows > 0
                ? (100m * _finished / _rows).ToString("0.00", CultureInfo.InvariantCulture)
                : null;
        }
        if (Unfinished().IsMatch(what))
        {
            return (_rows - _finished).ToString(CultureInfo.InvariantCulture);
        }
        return (Finished().IsMatch(what) ? _finished : _rows).ToString(CultureInfo.InvariantCulture);
    }

    private static bool Same(string typed, string right) =>
        decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var said)
        && decimal.TryParse(right, NumberStyles.Number, CultureInfo.InvariantCulture, out var counted)
        && Math.Abs(said - counted) <= (typed.Contains('.', StringComparison.Ordinal) || right.Contains('.', StringComparison.Ordinal)
            ? 0.5m / (decimal)Math.Pow(10, typed.Contains('.', StringComparison.Ordinal) ? typed.Length - typed.IndexOf('.', StringComparison.Ordinal) - 1 : 0)
            : 0);

    [GeneratedRegex(@"(?<what>[一-鿿:]{0,12})(?<value>\d[\d,]*(\.\d+)?)(?<unit>件|条|个|项|%)")]
    private static partial Regex Figure();

    [GeneratedRegex(@"未|在办|办理中")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"办结|已办|完成|解决|落实|销号")]
    private static partial Regex Finished();
}
