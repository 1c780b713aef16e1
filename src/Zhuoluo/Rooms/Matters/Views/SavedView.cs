namespace Zhuoluo.Rooms.Matters.Views;

/// <summary>A list that somebody comes back to: filter and order as an address, and which columns.</summary>
internal sealed class SavedView
{
    public const int LongestName = 20;

    public required long Id { get; init; }
    public required long PersonId { get; init; }

    /// <summary>The unit whose people see it too; null when it is one's own.</summary>
    public long? UnitId { get; init; }
    public required string Name { get; init; }

    /// <summary>Query string of the list, without its page.</summary>
    public required string Query { get; init; }

    /// <summary>Names of columns with commas; empty for the usual ones.</summary>
    public required string Columns { get; init; }
}

/// <summary>How somebody likes lists; by person, so that it holds on every device.</summary>
internal sealed class ListTaste
{
    public required long PersonId { get; init; }
    public bool IsDense { get; set; }
}
