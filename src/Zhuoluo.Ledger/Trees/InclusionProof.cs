namespace Zhuoluo.Ledger.Trees;

/// <summary>That an entry stands at its place in a tree.</summary>
public static class InclusionProof
{
    /// <summary>No tree of 63 bits has a longer path.</summary>
    public const int LongestPath = 63;

    /// <summary>
    /// PATH(m, D[n]) of RFC 6962 section 2.1.1, as the ranges of which the hashes are needed: the leaf's sibling first, the child of the root last.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such entry.</exception>
    public static IReadOnlyList<TreeRange> Plan(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<TreeRange> path = [];
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + TreeRange.Split(to - from);
            if (index < middle)
            {
                path.Add(new TreeRange(middle, to));
                to = middle;
            }
            else
            {
                path.Add(new TreeRange(from, middle));
                from = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>Whether the path leads from the leaf to the root: the loop of RFC 9162 section 2.1.3.2. Nothing is allocated.</summary>
    public static bool Verify(long index, long size, in TreeHash leaf, ReadOnlySpan<TreeHash> path, in TreeHash root)
    {
        // 1. An index at or beyond the size fails. 2. fn = index, sn = size - 1. 3. r = leaf.
        if (index < 0 || index >= size)
        {
            return false;
        }
        var (fn, sn, r) = (index, size - 1, leaf);
        foreach (ref readonly var p in path)
        {
            // 4a. sn = 0: the path is too long.
            if (sn == 0)
            {
                return false;
            }
            // 4b. A right child, or the last node of its row, hangs to the right of p; the row above which it stays alone is skipped.
            if ((fn & 1) == 1 || fn == sn)
            {
                r = TreeHash.Node(p, r);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                r = TreeHash.Node(r, p);
            }
            // 4c.
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        // 5.
        return sn == 0 && r == root;
    }
}
