namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// Merged ranges of a sheet, walked down row by row: a range that covers several rows gives its first cell's value to the
/// same column of every row below. Ranges within one row give nothing to anybody.
/// </summary>
internal sealed class Merges(List<(int Column, int First, int Last)> ranges)
{
    private readonly List<(int Column, int First, int Last)> _ranges = [.. ranges.OrderBy(range => range.First)];
    private readonly List<(int Column, int First, int Last, Cell Value)> _open = [];
    private int _next;

    public Row Fill(Row row)
    {
        _open.RemoveAll(range => range.Last < row.Number);
        for (; _next < _ranges.Count && _ranges[_next].First <= row.Number; _next++)
        {
            var (column, first, last) = _ranges[_next];
            if (first == row.Number)
            {
                _open.Add((column, first, last, row[column]));
            }
        }
        var cells = row.Cells;
        foreach (var (column, first, _, value) in _open)
        {
            if (first == row.Number || value.Kind == CellKind.Empty && !value.IsFormula)
            {
                continue;
            }
            if (column >= cells.Length)
            {
                var count = cells.Length;
                Array.Resize(ref cells, column + 1);
                Array.Fill(cells, Cell.Empty, count, cells.Length - count);
            }
            cells[column] = value with { IsCovered = true };
        }
        return ReferenceEquals(cells, row.Cells) ? row : row with { Cells = cells };
    }
}
