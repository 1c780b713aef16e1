using System.Globalization;

namespace Zhuoluo.Ledger.Trees;

/// <summary>
/// Names one tile or one bundle of entries, and writes and reads the one path that it has:
/// <c>tile/&lt;L&gt;/&lt;N&gt;[.p/&lt;W&gt;]</c> and <c>tile/entries/&lt;N&gt;[.p/&lt;W&gt;]</c> (C2SP tlog-tiles, "Merkle Tree", "Log entries").
/// </summary>
public readonly record struct TilePath
{
    // 256N + W must fit 63 bits.
    private const long MostIndex = (1L << 55) - 1;
    private const int MostLevel = 63;
    private const string Prefix = "tile/";
    private const string EntriesWord = "entries";

    private TilePath(int level, long index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, MostIndex);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Tile.Width);
        (_level, Index, Width) = (level, index, width);
    }

    private const int EntriesLevel = -1;
    private readonly int _level;

    /// <summary>Whether it is a bundle of entries; else it is a tile of hashes.</summary>
    public bool IsEntries => _level == EntriesLevel;

    /// <summary>The level; 0 for entries, which stand beside the tile of their leaf hashes.</summary>
    public int Level => IsEntries ? 0 : _level;

    /// <summary>Which tile of the level, from 0.</summary>
    public long Index { get; }

    /// <summary>Hashes or entries: 1 to 255, or 256 when full.</summary>
    public int Width { get; }

    /// <summary>Whether it has all its 256 rows.</summary>
    public bool IsFull => Width == Tile.Width;

    /// <summary>A tile of hashes.</summary>
    public static TilePath Hashes(int level, long index, int width = Tile.Width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MostLevel);
        return new TilePath(level, index, width);
    }

    /// <summary>A bundle of entries.</summary>
    public static TilePath Entries(long index, int width = Tile.Width) => new(EntriesLevel, index, width);

    /// <summary>The same tile with another width; each is a prefix of every wider one.</summary>
    public TilePath WithWidth(int width) => new(_level, Index, width);

    /// <summary>Whether a tree of this size has all of it: 256N + W ≤ s >> 8L. Nothing beyond the published size is ever served.</summary>
    public bool IsWithin(long size) => Width <= Tile.CountAt(size, Level) - (Index << 8);

    /// <summary>Reads a path in its one spelling, without a leading slash; leading zeros, <c>x000/000</c>, <c>.p/0</c>, <c>.p/256</c> and level 64 are none.</summary>
    public static bool TryParse(ReadOnlySpan<char> path, out TilePath tile)
    {
        tile = default;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }
        var rest = path[Prefix.Length..];
        var slash = rest.IndexOf('/');
        if (slash < 0 || !TryLevel(rest[..slash], out var level))
        {
            return false;
        }
        rest = rest[(slash + 1)..];
        var width = (long)Tile.Width;
        if (rest.IndexOf(".p/", StringComparison.Ordinal) is >= 0 and var mark)
        {
            if (!Decimals.TryParse(rest[(mark + 3)..], out width) || width is < 1 or >= Tile.Width)
            {
                return false;
            }
            rest = rest[..mark];
        }
        if (!TryIndex(rest, out var index))
        {
            return false;
        }
        tile = new TilePath(level, index, (int)width);
        return true;
    }

    /// <summary>The path.</summary>
    public override string ToString()
    {
        var groups = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var left = Index / 1000; left > 0; left /= 1000)
        {
            groups = string.Create(CultureInfo.InvariantCulture, $"x{left % 1000:000}/{groups}");
        }
        var level = IsEntries ? EntriesWord : Decimals.Format(_level);
        return IsFull ? $"{Prefix}{level}/{groups}" : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{level}/{groups}.p/{Width}");
    }

    private static bool TryLevel(ReadOnlySpan<char> text, out int level)
    {
        level = EntriesLevel;
        if (text.SequenceEqual(EntriesWord))
        {
            return true;
        }
        var isLevel = Decimals.TryParse(text, out var number) && number <= MostLevel;
        level = isLevel ? (int)number : EntriesLevel;
        return isLevel;
    }

    // Three digits a group, an x before each but the last, and no first group of zeros unless it is the only one.
    private static bool TryIndex(ReadOnlySpan<char> text, out long index)
    {
        index = 0;
        for (var isFirst = true; ; isFirst = false)
        {
            var hasMore = text.Length > 3;
            var group = hasMore && text[0] == 'x' ? text[1..] : text;
            if ((hasMore && (text[0] != 'x' || text.Length < 5 || text[4] != '/')) || group.Length < 3)
            {
                return false;
            }
            var number = 0;
            foreach (var digit in group[..3])
            {
                if (!char.IsAsciiDigit(digit))
                {
                    return false;
                }
                number = (number * 10) + (digit - '0');
            }
            if (isFirst && hasMore && number == 0 || index > (MostIndex - number) / 1000)
            {
                return false;
            }
            index = (index * 1000) + number;
            if (!hasMore)
            {
                return true;
            }
            text = text[5..];
        }
    }
}
