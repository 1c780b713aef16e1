using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Trees;

/// <summary>The edge against the naive tree, at every size that is small and around those at which a level is full.</summary>
public sealed class EdgeTests
{
    private static readonly int[] _large = [767, 768, 769, 65_279, 65_280, 65_281, 65_535, 65_536, 65_537, 65_792, 70_000];

    [Fact]
    public void Has_the_root_of_the_naive_tree_at_every_size()
    {
        var entries = LargeTree.Entries;
        var naive = LargeTree.Naive;
        var edge = new TreeEdge();
        for (var size = 1; size <= 70_000; size++)
        {
            edge.Append(entries[size - 1]);
            if (size <= 700 || _large.Contains(size))
            {
                Assert.Equal(naive.Root(size), edge.Root());
            }
        }
    }

    [Fact]
    public void Gives_out_each_tile_when_it_is_full_and_goes_on_from_its_partial_ones()
    {
        List<FullTile> tiles = [];
        var edge = new TreeEdge();
        for (var size = 1; size <= 70_000; size++)
        {
            edge.Append(LargeTree.Entries[size - 1], tiles);
            if (_large.Contains(size))
            {
                var again = new TreeEdge(size, [.. Enumerable.Range(0, Tile.Levels).Select(l => (ReadOnlyMemory<byte>)edge.Partial(l).ToArray())]);
                Assert.Equal(edge.Root(), again.Root());
                edge = again;
            }
        }
        Assert.Equal(
            Enumerable.Range(0, 273).Select(i => TilePath.Hashes(0, i)).Append(TilePath.Hashes(1, 0)).ToHashSet(),
            tiles.Select(t => t.Path).ToHashSet());
        Assert.Equal(274, tiles.Count);
        // What was given out is not written to again.
        Assert.All(tiles.Where(t => t.Level == 0), t => Assert.Equal(TreeHash.Leaf(LargeTree.Entries[t.Index << 8]), TreeHash.At(t.Hashes.Span, 0)));
        Assert.Equal((112, 17, 1), (Tile.PartialWidthAt(70_000, 0), Tile.PartialWidthAt(70_000, 1), Tile.PartialWidthAt(70_000, 2)));
    }

    [Fact]
    public void A_copy_grows_by_itself()
    {
        var edge = new TreeEdge();
        edge.Append("a"u8);
        var root = edge.Root();
        var copy = edge.Copy();
        copy.Append("b"u8);
        Assert.Equal((1, root, 2), (edge.Size, edge.Root(), copy.Size));
    }

    [Fact]
    public void Takes_a_leaf_hash_as_it_takes_the_entry()
    {
        var (one, other) = (new TreeEdge(), new TreeEdge());
        one.Append("entry"u8);
        other.AppendLeaf(TreeHash.Leaf("entry"u8));
        Assert.Equal(one.Root(), other.Root());
    }

    [Fact]
    public void Refuses_partial_tiles_that_the_size_does_not_say() => Assert.Throws<ArgumentException>(() => new TreeEdge(3, [new byte[64]]));

    [Fact]
    public void An_entry_of_any_length_hashes_like_the_naive_one() =>
        Assert.All([0, 1, 1022, 1023, 1024, 1025, 8192, 65_535], length =>
            Assert.Equal(new NaiveTree([new byte[length]]).Root(1), TreeHash.Leaf(new byte[length])));
}
