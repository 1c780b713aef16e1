using Zhuoluo.Foundation;

namespace Zhuoluo.Data.Log;

/// <summary>The last entry of a year: nothing is appended to its log any more.</summary>
internal sealed record LedgerFrozenV1(int Year) : IEntry
{
    public static string Kind => "ledger.frozen";
    public static int Version => 1;
}

/// <summary>The first entry of a year: the tree with which the year before ended, so that the logs hang together (ledger.md section 14).</summary>
/// <param name="Year">The year that begins.</param>
/// <param name="Previous">The year before; null in the first log.</param>
/// <param name="Size">Entries of the log before.</param>
/// <param name="RootBegins">First half of its root, 32 hexadecimal digits.</param>
/// <param name="RootEnds">Second half.</param>
internal sealed record LedgerOpenedV1(int Year, int? Previous, long? Size, Code? RootBegins, Code? RootEnds) : IEntry
{
    public static string Kind => "ledger.opened";
    public static int Version => 1;
}

/// <summary>Another key signs from the next checkpoint on, beside the one before or instead of it. The keys stand under /ledger/key.</summary>
/// <param name="Year">Of which log.</param>
/// <param name="KeyId">Id of the key, 8 hexadecimal digits.</param>
/// <param name="IsEnd">Whether this key signs no more; else it begins.</param>
internal sealed record LedgerKeyChangedV1(int Year, Code KeyId, bool IsEnd) : IEntry
{
    public static string Kind => "ledger.key-changed";
    public static int Version => 1;
}
