using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>The word for what a whole file is: that of its sheets, hall-duty for shifts with problems.</summary>
internal static class FileKinds
{
    public static string Of(IEnumerable<TableKind> kinds)
    {
        var set = kinds.ToHashSet();
        return set.All(kind => kind is TableKind.Shifts or TableKind.Problems) ? "hall-duty"
            : set.Count == 1 ? set.First().Code()
            : "mixed";
    }

    /// <summary>Lists of places, units and topics: what other files are read against.</summary>
    public static bool IsDirectory(this TableKind kind) => kind is TableKind.Places or TableKind.Units or TableKind.Categories;
}
