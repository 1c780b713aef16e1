using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// One entry before its cells are understood: the row with 同上 resolved, the text cells of the rows that continue it, and
/// the heading above it. <see cref="WrongCount"/>: the record has fewer fields than the header, or more.
/// </summary>
internal sealed record Entry(Row Row, Cell[] Cells, string? Section, bool WrongCount)
{
    public List<Cell> More { get; } = [];

    public Cell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : Cell.Empty;
}
