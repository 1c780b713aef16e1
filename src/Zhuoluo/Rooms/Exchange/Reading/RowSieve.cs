using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Tells entries from what stands between them (samples rules 1, 2 and 4): titles, repeated headers, totals, footers,
/// blank and merely numbered rows, headings; and joins continuations to the entry above.
/// </summary>
internal sealed class RowSieve(Sheet sheet, SheetMapping mapping, ImportWords words, Func<string, bool> isHeading)
{
    private readonly HashSet<string> _titles = [];
    private readonly List<string[]> _headers = [];
    private readonly int _serial = mapping.Columns.GetValueOrDefault("serial", -1);
    private readonly int _text = mapping.Columns.GetValueOrDefault("text", -1);
    private readonly int[] _columns = [.. mapping.Columns.Values];
    private Cell[] _previous = [];
    private string? _section;
    private int _width;

    /// <summary>Rows of totals, with what somebody typed into them.</summary>
    public List<Row> TotalRows { get; } = [];

    public int RowsRead { get; private set; }

    public IEnumerable<Entry> Entries(CancellationToken cancel)
    {
        Entry? pending = null;
        var last = mapping.HeaderRows.Count > 0 ? mapping.HeaderRows[^1] : 0;
        foreach (var row in sheet.Rows(cancel))
        {
            RowsRead++;
            if (row.Number <= last)
            {
                Remember(row);
                continue;
            }
            var own = Own(row);
            if (pending is not null && own.Count == 1 && own[0] == _text && !IsTail(row[_text]))
            {
                pending.More.Add(row[_text]);
                continue;
            }
            if (pending is not null)
            {
                yield return pending;
                pending = null;
            }
            if (own.Count > 0 && IsEntry(row, own))
            {
                pending = Make(row, own);
            }
        }
        if (pending is not null)
        {
            yield return pending;
        }
    }

    private void Remember(Row row)
    {
        var texts = row.Cells.Select(cell => cell.Kind == CellKind.Text ? Fold.Tight(cell.Text) : "").ToArray();
        if (mapping.HeaderRows.Contains(row.Number))
        {
            _headers.Add(texts);
            _width = Math.Max(_width, Array.FindLastIndex(texts, text => text.Length > 0) + 1);
        }
        else
        {
            _titles.UnionWith(texts.Where(text => text.Length > 0));
        }
    }

    /// <summary>Columns the row itself fills. A row that only merged cells reach is the rest of the entry above.</summary>
    private static List<int> Own(Row row)
    {
        List<int> own = [];
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i] is { IsCovered: false } cell && !cell.IsBlank)
            {
                own.Add(i);
            }
        }
        return own;
    }

    private bool IsEntry(Row row, List<int> own)
    {
        var first = Fold.Tight(row[own[0]].Text);
        if (IsTail(row[own[0]]))
        {
            if (words.Totals.Any(word => first.StartsWith(word, StringComparison.Ordinal)) && TotalRows.Count < 100)
            {
                TotalRows.Add(row);
            }
            return false;
        }
        if (own.TrueForAll(column => column == _serial))
        {
            if (!first.All(char.IsAsciiDigit) && isHeading(first))
            {
                _section = row[own[0]].Text;
            }
            return false;
        }
        if (own.Count == 1 && own[0] != _text)
        {
            if (isHeading(first))
            {
                _section = row[own[0]].Text;
                return false;
            }
            return _columns.Contains(own[0]) && !_titles.Contains(first);
        }
        return !IsHeaderAgain(row, own);
    }

    private bool IsTail(Cell cell)
    {
        var tight = Fold.Tight(cell.Text);
        return words.Begins.Any(word => tight.StartsWith(word, StringComparison.Ordinal))
            || words.Ends.Any(word => tight.EndsWith(word, StringComparison.Ordinal));
    }

    private bool IsHeaderAgain(Row row, List<int> own) => own.Count > 1 && _headers.Exists(header =>
        own.TrueForAll(column => column < header.Length && header[column].Length > 0 && header[column] == Fold.Tight(row[column].Text)));

    private Entry Make(Row row, List<int> own)
    {
        var wrongCount = sheet.CountsFields && (row.Cells.Length < _width || own[^1] >= _width);
        Cell[]? changed = null;
        foreach (var column in _columns)
        {
            if (row[column] is { Kind: CellKind.Text, Text.Length: <= 8 } cell && words.Ditto.Contains(Fold.Tight(cell.Text)))
            {
                changed ??= [.. row.Cells];
                changed[column] = column < _previous.Length ? _previous[column] : Cell.Empty;
            }
        }
        var cells = changed ?? row.Cells;
        if (!wrongCount)
        {
            _previous = cells;
        }
        return new Entry(row, cells, _section, wrongCount);
    }
}
