namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// One row. <see cref="Number"/> counts from 1: the spreadsheet's own row number, or the record of a CSV file
/// (<see cref="Line"/> is then the physical line on which the record begins, else the same number).
/// </summary>
internal sealed record Row(int Number, int Line, Cell[] Cells)
{
    public Cell this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : Cell.Empty;
}
