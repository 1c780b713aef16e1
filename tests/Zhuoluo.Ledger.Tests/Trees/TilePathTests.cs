using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Trees;

public sealed class TilePathTests
{
    [Theory]
    [InlineData("tile/0/000", false, 0, 0, 256)]
    [InlineData("tile/entries/000.p/1", true, 0, 0, 1)]
    [InlineData("tile/entries/x001/x234/067", true, 0, 1_234_067, 256)]
    [InlineData("tile/63/999.p/255", false, 63, 999, 255)]
    [InlineData("tile/2/x001/000.p/10", false, 2, 1000, 10)]
    [InlineData("tile/7/x036/x028/x797/x018/x963/967", false, 7, (1L << 55) - 1, 256)]
    public void Reads_and_writes_the_one_path_of_a_tile(string path, bool isEntries, int level, long index, int width)
    {
        Assert.True(TilePath.TryParse(path, out var tile));
        Assert.Equal((isEntries, level, index, width), (tile.IsEntries, tile.Level, tile.Index, tile.Width));
        Assert.Equal(path, tile.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile")]
    [InlineData("tile/")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("/tile/0/000")]
    [InlineData("tile//000")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/01/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/data/000")]
    [InlineData("tile/Entries/000")]
    [InlineData("tile/8/0/000")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/0/x000/x001/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/x001/")]
    [InlineData("tile/0/x001/x002")]
    [InlineData("tile/0/X001/002")]
    [InlineData("tile/0/x001/02")]
    [InlineData("tile/0/x01/002")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/1/")]
    [InlineData("tile/0/000.p/1.p/1")]
    [InlineData("tile/0/000.P/1")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/000 ")]
    [InlineData("tile/0/00٣")]
    [InlineData("tile/0/000.p/١")]
    [InlineData("tile/0/000?x")]
    [InlineData("tile/0/%30%30%30")]
    [InlineData("tile/0/x036/x028/x797/x018/x963/968")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999")]
    public void Anything_else_is_no_path(string path) => Assert.False(TilePath.TryParse(path, out _));

    [Fact]
    public void No_other_spelling_that_a_byte_away_is_read_as_the_same_tile()
    {
        var path = "tile/entries/x001/x234/067.p/12";
        Assert.True(TilePath.TryParse(path, out var tile));
        for (var at = 0; at < path.Length; at++)
        {
            for (var c = ' '; c < 127; c++)
            {
                var other = string.Concat(path.AsSpan(0, at), [c], path.AsSpan(at + 1));
                Assert.True(other == path || !TilePath.TryParse(other, out var read) || (read != tile && read.ToString() == other), other);
            }
        }
    }

    [Fact]
    public void A_tree_of_70_000_has_the_tiles_that_the_standard_counts()
    {
        var all = Tile.All(70_000).ToList();
        Assert.Equal(274, all.Count(t => t.IsEntries));
        Assert.Equal((273, 112), (all.Count(t => !t.IsEntries && t.Level == 0 && t.IsFull), all.Single(t => !t.IsEntries && t.Level == 0 && !t.IsFull).Width));
        Assert.Equal([TilePath.Hashes(1, 0), TilePath.Hashes(1, 1, 17), TilePath.Hashes(2, 0, 1)], all.Where(t => t.Level > 0));
        Assert.Equal([TilePath.Entries(0), TilePath.Hashes(0, 0), TilePath.Hashes(1, 0, 1)], Tile.All(256));
        Assert.Empty(Tile.All(0));
    }

    [Theory]
    [InlineData("tile/0/000.p/112", 111, false)]
    [InlineData("tile/0/000.p/112", 112, true)]
    [InlineData("tile/0/000", 255, false)]
    [InlineData("tile/0/000", 256, true)]
    [InlineData("tile/1/000.p/1", 255, false)]
    [InlineData("tile/1/000.p/1", 256, true)]
    [InlineData("tile/8/000.p/1", long.MaxValue, false)]
    [InlineData("tile/63/000.p/1", long.MaxValue, false)]
    [InlineData("tile/entries/x036/x028/x797/x018/x963/967", long.MaxValue, false)]
    public void Nothing_beyond_the_published_size_is_within_it(string path, long size, bool isWithin)
    {
        Assert.True(TilePath.TryParse(path, out var tile));
        Assert.Equal(isWithin, tile.IsWithin(size));
    }
}
