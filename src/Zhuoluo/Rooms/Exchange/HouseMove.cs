namespace Zhuoluo.Rooms.Exchange;

/// <summary>A house that moves in, with how far it came; the place moves in the transaction of the rows.</summary>
internal sealed class HouseMove
{
    /// <summary>SHA-256 of the manifest.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Place in the manifest's list of the table that is being read.</summary>
    public required int TableNumber { get; set; }

    /// <summary>Rows of it that are in.</summary>
    public required long RowsIn { get; set; }

    /// <summary>Rows of all tables that are in.</summary>
    public required long Total { get; set; }
    public required DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
