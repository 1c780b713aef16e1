using System.Numerics;

namespace Zhuoluo.Ledger.Trees;

/// <summary>That a smaller tree is the beginning of a larger one: nothing was changed, taken away or put in between.</summary>
public static class ConsistencyProof
{
    /// <summary>PROOF(m, D[n]) = SUBPROOF(m, D[n], true) of RFC 6962 section 2.1.2, as ranges. Empty from size 0 and between equal sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The first is larger than the second.</exception>
    public static IReadOnlyList<TreeRange> Plan(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        if (first == 0)
        {
            return [];
        }
        List<TreeRange> path = [];
        var (from, to, isWhole) = (0L, second, true);
        while (first != to)
        {
            var middle = from + TreeRange.Split(to - from);
            if (first <= middle)
            {
                path.Add(new TreeRange(middle, to));
                to = middle;
            }
            else
            {
                path.Add(new TreeRange(from, middle));
                (from, isWhole) = (middle, false);
            }
        }
        // The first tree as a whole is known to whoever asks; a part of it is not.
        if (!isWhole)
        {
            path.Add(new TreeRange(from, to));
        }
        path.Reverse();
        return path;
    }

    /// <summary>
    /// Whether the path proves it: the loop of RFC 9162 section 2.1.4.2. From size 0 and between equal sizes the path must be empty
    /// (ledger.md section 5). Nothing is allocated.
    /// </summary>
    public static bool Verify(long first, long second, ReadOnlySpan<TreeHash> path, in TreeHash firstRoot, in TreeHash secondRoot)
    {
        if (first < 0 || first > second)
        {
            return false;
        }
        if (first == 0 || first == second)
        {
            return path.IsEmpty && (first == 0 ? firstRoot == TreeHash.Empty && (second > 0 || secondRoot == firstRoot) : firstRoot == secondRoot);
        }
        // 2. When first is a power of two, its root stands before the path. 3. fn = first - 1, sn = second - 1.
        var isPower = BitOperations.IsPow2(first);
        if (!isPower && path.IsEmpty)
        {
            return false;
        }
        var (fn, sn) = (first - 1, second - 1);
        // 4. To the first row in which the last node of the first tree is a left child.
        while ((fn & 1) == 1)
        {
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        // 5.
        var fr = isPower ? firstRoot : path[0];
        var sr = fr;
        foreach (ref readonly var c in isPower ? path : path[1..])
        {
            // 6a.
            if (sn == 0)
            {
                return false;
            }
            // 6b.
            if ((fn & 1) == 1 || fn == sn)
            {
                fr = TreeHash.Node(c, fr);
                sr = TreeHash.Node(c, sr);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                sr = TreeHash.Node(sr, c);
            }
            // 6c.
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        // 7.
        return sn == 0 && fr == firstRoot && sr == secondRoot;
    }
}
