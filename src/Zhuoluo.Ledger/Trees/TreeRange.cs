using System.Numerics;

namespace Zhuoluo.Ledger.Trees;

/// <summary>The entries of which a proof needs one hash: MTH(D[From:To]).</summary>
/// <param name="From">First entry.</param>
/// <param name="To">One behind the last.</param>
public readonly record struct TreeRange(long From, long To)
{
    /// <summary>
    /// The perfect subtrees that make up the range, from left to right. MTH folds them from the right: each is the left child of a node whose
    /// right child is all that follows (RFC 6962 section 2.1: k is the largest power of two smaller than n).
    /// </summary>
    public IEnumerable<Subtree> Parts()
    {
        for (var from = From; from < To;)
        {
            var height = BitOperations.Log2((ulong)(To - from));
            yield return new Subtree(height, from >> height);
            from += 1L << height;
        }
    }

    /// <summary>k of RFC 6962 section 2.1: the largest power of two smaller than n.</summary>
    internal static long Split(long n) => 1L << BitOperations.Log2((ulong)(n - 1));
}
