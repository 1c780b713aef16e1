using System.Collections.Concurrent;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// Remembers the roots of full tiles of one log, of which the partial tiles above them are made: without it each receipt of a log of 300,000 entries
/// reads and hashes 147 tiles anew. Never wrong for an honest store, since full tiles do not change; a check of the store must go without it.
/// 32 bytes for 256 entries. Safe from many threads.
/// </summary>
public sealed class TileRoots
{
    // Some 100 MB, or 250 million entries.
    private const int Most = 1_000_000;
    private readonly ConcurrentDictionary<(int Level, long Index), TreeHash> _roots = new();

    internal bool TryGet(int level, long index, out TreeHash root) => _roots.TryGetValue((level, index), out root);

    internal void Keep(int level, long index, TreeHash root)
    {
        if (_roots.Count < Most)
        {
            _roots[(level, index)] = root;
        }
    }
}
