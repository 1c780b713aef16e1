using System.Security.Cryptography;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests;

/// <summary>RFC 6962 section 2.1 word for word, without any tile: what the fast code must agree with.</summary>
internal sealed class NaiveTree(IReadOnlyList<byte[]> entries)
{
    private readonly Dictionary<(int From, int To), byte[]> _known = [];

    public TreeHash Root(int size) => new(Mth(0, size));

    /// <summary>Section 2.1.1: PATH(m, D[n]).</summary>
    public List<TreeHash> Path(int m, int n) => [.. Path(m, 0, n).Select(h => new TreeHash(h))];

    /// <summary>Section 2.1.2: PROOF(m, D[n]).</summary>
    public List<TreeHash> Proof(int m, int n) => [.. Subproof(m, 0, n, true).Select(h => new TreeHash(h))];

    private byte[] Mth(int from, int to)
    {
        if (from == to)
        {
            return SHA256.HashData([]);
        }
        if (!_known.TryGetValue((from, to), out var hash))
        {
            hash = to - from == 1
                ? SHA256.HashData([0, .. entries[from]])
                : SHA256.HashData([1, .. Mth(from, from + K(to - from)), .. Mth(from + K(to - from), to)]);
            _known[(from, to)] = hash;
        }
        return hash;
    }

    private IEnumerable<byte[]> Path(int m, int from, int to)
    {
        if (to - from == 1)
        {
            return [];
        }
        var k = from + K(to - from);
        return m < k ? [.. Path(m, from, k), Mth(k, to)] : [.. Path(m, k, to), Mth(from, k)];
    }

    private IEnumerable<byte[]> Subproof(int m, int from, int to, bool isWhole)
    {
        if (m == to)
        {
            return isWhole ? [] : [Mth(from, to)];
        }
        var k = from + K(to - from);
        return m <= k ? [.. Subproof(m, from, k, isWhole), Mth(k, to)] : [.. Subproof(m, k, to, false), Mth(from, k)];
    }

    private static int K(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }
        return k;
    }
}
