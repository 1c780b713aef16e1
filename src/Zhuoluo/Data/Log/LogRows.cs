namespace Zhuoluo.Data.Log;

/// <summary>The log of one year. It has an origin, a tree and keys of its own and is never pruned (ledger.md section 14).</summary>
internal sealed class Shard
{
    public required int Year { get; init; }

    /// <summary>Name of the log for ever; the base of the installation and the year.</summary>
    public required string Origin { get; init; }

    /// <summary><see cref="LedgerEntry.Idx"/> of its first entry. In the tree of this year that entry has the index 0.</summary>
    public required long First { get; init; }

    /// <summary>Entries when it was frozen; null while it grows.</summary>
    public long? Size { get; init; }

    /// <summary>Root when it was frozen; null while it grows.</summary>
    public byte[]? Root { get; init; }
}

/// <summary>A full tile. Derived from the entries, never changed.</summary>
internal sealed class LedgerTile
{
    public required int Year { get; init; }
    public required int Level { get; init; }
    public required long N { get; init; }

    /// <summary>8,192 bytes.</summary>
    public required byte[] Data { get; init; }
}

/// <summary>A checkpoint as it was published. All of them stay.</summary>
internal sealed class LedgerCheckpoint
{
    public required int Year { get; init; }
    public required long Size { get; init; }
    public required string Note { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a witness added to a checkpoint.</summary>
internal sealed class LedgerCosignature
{
    public required int Year { get; init; }
    public required long Size { get; init; }
    public required string Witness { get; init; }

    /// <summary>One signature line, without its newline.</summary>
    public required string Line { get; init; }
}

/// <summary>A public key of a year's log. The private one lies in keys/ledger and never here.</summary>
internal sealed class LedgerKey
{
    public required int Year { get; init; }
    public required string Vkey { get; init; }

    /// <summary>Size of the first checkpoint it may sign.</summary>
    public required long Since { get; init; }

    /// <summary>Size of the last one; null while it signs.</summary>
    public long? Until { get; init; }
}
