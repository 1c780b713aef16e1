using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Public texts that nobody has checked yet still are the requester's own words: they stay inside.</summary>
internal sealed class Covering
{
    private const long Shown = 2;
    private readonly int _state;
    private readonly int[] _texts;

    private Covering(HouseTable table)
    {
        _state = table.ColumnOf("state");
        _texts = [table.ColumnOf("title"), table.ColumnOf("text"), table.ColumnOf("answer")];
    }

    public static Covering? Of(HouseTable table) => table.Name == "publication" ? new Covering(table) : null;

    public void Cover(object?[] row)
    {
        if (Convert.ToInt64(row[_state], System.Globalization.CultureInfo.InvariantCulture) == Shown)
        {
            return;
        }
        foreach (var column in _texts)
        {
            row[column] = row[column] is null ? null : "";
        }
    }
}
