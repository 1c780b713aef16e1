using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>Proofs read from tiles against the naive tree: all pairs of small trees, samples of large ones.</summary>
public sealed class TreeReaderTests
{
    private static readonly MemoryLog _large = MemoryLog.Of(LargeTree.Entries);
    private static readonly int[] _largeSizes = [65_535, 65_536, 65_537, 70_000];

    [Fact]
    public async Task Every_inclusion_proof_of_small_trees_is_that_of_the_naive_tree_and_proves_only_its_own_place()
    {
        var naive = new NaiveTree(LargeTree.Entries[..40]);
        for (var size = 1; size <= 40; size++)
        {
            var tree = new TreeReader(_large, size);
            for (var index = 0; index < size; index++)
            {
                var path = await tree.InclusionAsync(index, default);
                Assert.Equal(naive.Path(index, size), path);
                var leaf = TreeHash.Leaf(LargeTree.Entries[index]);
                Assert.Equal([index], Enumerable.Range(-1, size + 2).Where(i => InclusionProof.Verify(i, size, leaf, path, naive.Root(size))));
                Assert.False(InclusionProof.Verify(index, size, leaf, [.. path, TreeHash.Empty], naive.Root(size)));
                Assert.False(path.Length > 0 && InclusionProof.Verify(index, size, leaf, path.AsSpan(1), naive.Root(size)));
            }
        }
    }

    [Fact]
    public async Task Every_consistency_proof_of_small_trees_is_that_of_the_naive_tree_and_verifies()
    {
        var naive = new NaiveTree(LargeTree.Entries[..40]);
        for (var second = 0; second <= 40; second++)
        {
            var tree = new TreeReader(_large, second);
            for (var first = 0; first <= second; first++)
            {
                var path = await tree.ConsistencyAsync(first, default);
                Assert.Equal(first == 0 ? [] : naive.Proof(first, second), path);
                Assert.True(ConsistencyProof.Verify(first, second, path, naive.Root(first), naive.Root(second)));
                Assert.Equal(first == 0 && second > 0, ConsistencyProof.Verify(first, second, path, naive.Root(first), TreeHash.Leaf([1])));
                Assert.False(ConsistencyProof.Verify(first, second, [.. path, TreeHash.Empty], naive.Root(first), naive.Root(second)));
                Assert.False(path.Length > 0 && ConsistencyProof.Verify(first, second, path.AsSpan(1), naive.Root(first), naive.Root(second)));
            }
        }
    }

    [Fact]
    public async Task Large_trees_agree_with_the_naive_one_too()
    {
        var naive = LargeTree.Naive;
        foreach (var size in _largeSizes)
        {
            var tree = new TreeReader(_large, size);
            foreach (var index in new[] { 0, 1, 255, 256, 65_279, 65_280, 65_534, size / 2, size - 2, size - 1 })
            {
                var path = await tree.InclusionAsync(index, default);
                Assert.Equal(naive.Path(index, size), path);
                Assert.True(InclusionProof.Verify(index, size, TreeHash.Leaf((await tree.EntryAsync(index, default)).Span), path, naive.Root(size)));
            }
            foreach (var first in new[] { 1, 2, 3, 255, 256, 257, 32_768, 65_279, 65_280, 65_535 })
            {
                var path = await tree.ConsistencyAsync(first, default);
                Assert.Equal(naive.Proof(first, size), path);
                Assert.True(ConsistencyProof.Verify(first, size, path, naive.Root(first), naive.Root(size)));
                Assert.Equal(naive.Root(first), await tree.RootAsync(first, default));
            }
            Assert.Equal(naive.Root(size), (await tree.EdgeAsync(naive.Root(size), default)).Root());
        }
    }

    // CVE-2026-56865: a reader took hashes of tiles for proved because they hung together "by construction"; forged leaves came through at 70,000.
    [Fact]
    public async Task A_forged_tile_of_any_level_leads_to_no_proof_and_no_edge()
    {
        var naive = LargeTree.Naive;
        var root = naive.Root(LargeTree.Size);
        foreach (var (place, tile) in _large.Tiles.Where(t => t.Key.Index is 0 or 1 or 254 or 255 or 256 or 271 or 272))
        {
            for (var row = 0; row < Tile.Width; row += 85)
            {
                var forged = MemoryLogWith(place, row);
                var index = ((place.Index * 256) + row) << (8 * place.Level);
                var tree = new TreeReader(forged, LargeTree.Size);
                // The sibling's path has the forged hash in it, its own path need not.
                foreach (var asked in new[] { index, index ^ (1L << (8 * place.Level)) }.Where(i => i < LargeTree.Size))
                {
                    var path = await tree.InclusionAsync(asked, default);
                    var isProved = InclusionProof.Verify(asked, LargeTree.Size, TreeHash.Leaf(LargeTree.Entries[asked]), path, root);
                    Assert.Equal(naive.Path((int)asked, LargeTree.Size).SequenceEqual(path), isProved);
                    Assert.False(InclusionProof.Verify(asked, LargeTree.Size, TreeHash.Leaf("forged"u8), path, root));
                }
                Assert.NotEqual(root, place.Level == 0 ? RootThrough(forged) : await new TreeReader(forged, LargeTree.Size).RootAsync(LargeTree.Size, default));
            }
        }
    }

    [Fact]
    public async Task An_edge_that_does_not_have_the_stored_root_stops_the_log()
    {
        var log = MemoryLog.Of(LargeTree.Entries[..300]);
        var root = log.Edge.Root();
        log.Tiles[(0, 0)][100] ^= 1;
        await Assert.ThrowsAsync<LedgerStopException>(() => new TreeReader(log, 300).EdgeAsync(root, default));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var log = MemoryLog.Of(LargeTree.Entries[..600]);
        log.Tiles.Remove((0, 1));
        Assert.Equal(TilePath.Hashes(0, 1), (await Assert.ThrowsAsync<MissingTileException>(() => new TreeReader(log, 600).InclusionAsync(300, default))).Tile);
    }

    private static MemoryLog MemoryLogWith((int Level, long Index) place, int row)
    {
        var log = new MemoryLog();
        log.Entries.AddRange(LargeTree.Entries);
        foreach (var (key, tile) in _large.Tiles)
        {
            log.Tiles.Add(key, tile);
        }
        byte[] forged = [.. log.Tiles[place]];
        TreeHash.Leaf("forged"u8).AsSpan().CopyTo(forged.AsSpan(row * TreeHash.Length));
        log.Tiles[place] = forged;
        return log;
    }

    // The root that the level 0 tiles alone lead to.
    private static TreeHash RootThrough(MemoryLog log)
    {
        var edge = new TreeEdge();
        for (var i = 0L; i < LargeTree.Size; i++)
        {
            var leaf = log.Tiles.TryGetValue((0, i >> 8), out var tile) ? TreeHash.At(tile, (int)(i & 255)) : TreeHash.Leaf(LargeTree.Entries[i]);
            edge.AppendLeaf(leaf);
        }
        return edge.Root();
    }
}
