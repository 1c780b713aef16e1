using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>A column of the list that may be left out; number and title always stand.</summary>
internal enum ListColumn { Kind, Category, Channel, State, Due, Unit, Place, Opened }

internal static class ListColumns
{
    public static IReadOnlySet<ListColumn> Usual { get; } =
        new HashSet<ListColumn> { ListColumn.Kind, ListColumn.State, ListColumn.Due, ListColumn.Unit, ListColumn.Place, ListColumn.Opened };

    /// <summary>Words with commas; the usual ones when none can be read.</summary>
    public static IReadOnlySet<ListColumn> Read(string? words)
    {
        var read = (words ?? "").Split(',').Select(w => Word<ListColumn>.Read(w)).Where(c => c is not null).Select(c => c!.Value).ToHashSet();
        return read.Count == 0 ? Usual : read;
    }

    /// <summary>In one spelling; null for the usual ones, so that one list has one address.</summary>
    public static string? Write(string? words) =>
        Read(words) is var columns && columns.SetEquals(Usual) ? null : string.Join(',', columns.Order().Select(Word<ListColumn>.Of));

    public static string KeyOf(ListColumn column) => column switch
    {
        ListColumn.Due => "matters.due",
        ListColumn.Unit => "matters.lead-unit",
        ListColumn.Opened => "matters.opened-on",
        _ => "matters.filter." + Word<ListColumn>.Of(column),
    };
}
