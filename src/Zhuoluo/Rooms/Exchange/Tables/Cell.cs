using System.Globalization;

namespace Zhuoluo.Rooms.Exchange.Tables;

internal enum CellKind : byte
{
    Empty,
    Text,
    Number,
    Moment,
    Error,
}

/// <summary>The colour behind a cell, as far as it can be a traffic light.</summary>
internal enum CellHue : byte
{
    None,
    Green,
    Yellow,
    Red,
}

/// <summary>
/// One cell, whatever the file was. <see cref="Text"/> is what is stored (a number in invariant form, a moment as
/// yyyy-MM-dd or with its time); a formula's stored result is kept only to tell a serial number from an entry.
/// <see cref="IsCovered"/> marks a value that a merged cell above gave to this row. <see cref="Hue"/> may stand behind an empty cell.
/// </summary>
internal readonly record struct Cell(CellKind Kind, string Text, double Number = 0, DateTime Moment = default, bool IsFormula = false, bool IsCovered = false, CellHue Hue = CellHue.None)
{
    public static Cell Empty { get; } = new(CellKind.Empty, "");

    public bool IsBlank => !IsFormula && (Kind == CellKind.Empty || string.IsNullOrWhiteSpace(Text));

    public static Cell OfText(string text) => text.Length == 0 ? Empty : new Cell(CellKind.Text, text);

    public static Cell OfMoment(DateTime moment) => new(
        CellKind.Moment,
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        0,
        moment);
}
