using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>A place where a log is not what was signed.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Tile">Which tile or bundle; null when a root is wrong and no tile contradicts another.</param>
/// <param name="Row">Which row of it, from 0; null when it is wrong as a whole.</param>
/// <param name="FirstEntry">The first entry of the log that is concerned.</param>
/// <param name="LastEntry">The last one.</param>
public sealed record Difference(DifferenceKind Kind, TilePath? Tile, int? Row, long FirstEntry, long LastEntry)
{
    /// <summary>Of a tile or a bundle as a whole.</summary>
    internal static Difference Whole(DifferenceKind kind, TilePath tile) =>
        new(kind, tile, null, First(tile, 0), First(tile, tile.Width) - 1);

    /// <summary>Of one row of it.</summary>
    internal static Difference At(DifferenceKind kind, TilePath tile, int row) => new(kind, tile, row, First(tile, row), First(tile, row + 1) - 1);

    /// <summary>For operators, in one line.</summary>
    public override string ToString()
    {
        var entries = FirstEntry == LastEntry ? $"entry {Decimals.Format(FirstEntry)}" : $"entries {Decimals.Format(FirstEntry)} to {Decimals.Format(LastEntry)}";
        var row = Row is { } r ? $", row {Decimals.Format(r)}" : "";
        return Tile is { } tile ? $"{Kind}: {tile}{row} ({entries})" : $"{Kind}: {entries}";
    }

    private static long First(TilePath tile, int row) => ((tile.Index << 8) + row) << (8 * tile.Level);
}
