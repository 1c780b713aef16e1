using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>One changed byte anywhere is found, and its place is named.</summary>
public sealed class LogCheckTests
{
    private const int Size = 1000;

    [Fact]
    public async Task Every_changed_byte_of_an_entry_is_found_at_its_place()
    {
        for (var index = 0L; index < Size; index += 37)
        {
            var log = Log();
            var heads = Heads(log);
            log.Entries[(int)index][0] ^= 0x80;
            var found = Assert.Single(await CheckAsync(log, heads));
            // Beyond the last full tile there is nothing but the root to compare with: the two signed sizes around it are named.
            if (index < 768)
            {
                Assert.Equal(new Difference(DifferenceKind.Entry, TilePath.Entries(index >> 8), (int)(index & 255), index, index), found);
            }
            else
            {
                Assert.Equal(DifferenceKind.Root, found.Kind);
                Assert.InRange(index, found.FirstEntry, found.LastEntry);
                Assert.True(found.LastEntry - found.FirstEntry < 100);
            }
        }
    }

    [Fact]
    public async Task Every_changed_byte_of_a_tile_is_found_at_its_place()
    {
        foreach (var place in Log().Tiles.Keys)
        {
            for (var at = 0; at < Tile.Bytes; at += 331)
            {
                var log = Log();
                var heads = Heads(log);
                log.Tiles[place][at] ^= 1;
                var found = await CheckAsync(log, heads);
                Assert.Equal((DifferenceKind.Hash, TilePath.Hashes(place.Level, place.Index), at / 32), (found[0].Kind, found[0].Tile!.Value, found[0].Row!.Value));
                // The row above it, which is computed from this tile, is wrong too.
                Assert.All(found.Skip(1), d => Assert.Equal((DifferenceKind.Hash, 1, (int)place.Index), (d.Kind, d.Tile!.Value.Level, d.Row!.Value)));
            }
        }
    }

    [Fact]
    public async Task A_length_that_was_changed_in_a_bundle_is_found_at_the_first_entry_it_spoils()
    {
        var (folder, store, heads) = await FolderAsync(Size);
        var file = Path.Combine(folder, "tile/entries/001");
        var bytes = await File.ReadAllBytesAsync(file);
        // Entries 256 to 259 have nine bytes each and a length before it.
        bytes[(3 * 11) + 1]--;
        await File.WriteAllBytesAsync(file, bytes);
        var found = Assert.Single(await CheckAsync(store, heads));
        Assert.Equal((DifferenceKind.BundleLength, 259), (found.Kind, found.FirstEntry));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_byte_of_every_file_that_is_changed_or_cut_off_is_found()
    {
        var size = 260;
        var (folder, store, heads) = await FolderAsync(size);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "tile"), "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            Assert.True(TilePath.TryParse(path, out var tile));
            var good = await File.ReadAllBytesAsync(file);
            for (var at = 0; at < good.Length; at += tile.IsFull ? 97 : 1)
            {
                byte[] bad = [.. good];
                bad[at] ^= 0x10;
                await File.WriteAllBytesAsync(file, bad);
                Assert.Contains(await CheckAsync(store, heads), d => d.Tile == tile);
            }
            await File.WriteAllBytesAsync(file, good[..^1]);
            Assert.Contains(await CheckAsync(store, heads), d => d.Tile == tile && d.Kind is DifferenceKind.TileLength or DifferenceKind.BundleLength);
            File.Delete(file);
            Assert.Contains(await CheckAsync(store, heads), d => d.Tile == tile && d.Kind is DifferenceKind.MissingTile or DifferenceKind.MissingBundle);
            await File.WriteAllBytesAsync(file, good);
        }
        Assert.Empty(await CheckAsync(store, heads));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_tree_that_was_made_anew_around_a_change_is_found_between_two_signed_sizes()
    {
        var heads = Heads(Log());
        byte[][] entries = [.. LargeTree.Entries[..Size]];
        entries[512] = "another"u8.ToArray();
        var found = Assert.Single(await CheckAsync(MemoryLog.Of(entries), heads));
        Assert.Equal(DifferenceKind.Root, found.Kind);
        Assert.Equal((500, 599), (found.FirstEntry, found.LastEntry));
    }

    [Fact]
    public async Task An_empty_log_is_right() => Assert.Empty(await CheckAsync(new MemoryLog(), [new TreeHead(0, TreeHash.Empty)]));

    private static MemoryLog Log() => MemoryLog.Of(LargeTree.Entries[..Size]);

    // As if a checkpoint had been signed at every hundredth entry.
    private static TreeHead[] Heads(MemoryLog log)
    {
        var edge = new TreeEdge();
        List<TreeHead> heads = [];
        foreach (var entry in log.Entries)
        {
            edge.Append(entry);
            if (edge.Size % 100 == 0 || edge.Size == log.Entries.Count)
            {
                heads.Add(new TreeHead(edge.Size, edge.Root()));
            }
        }
        return [.. heads];
    }

    private static ValueTask<List<Difference>> CheckAsync(ITileSource source, IReadOnlyList<TreeHead> heads) => new LogCheck(source).RunAsync(heads, default).ToListAsync();

    private static async Task<(string Folder, FolderStore Store, TreeHead[] Heads)> FolderAsync(int size)
    {
        var folder = Directory.CreateTempSubdirectory("zlcheck").FullName;
        var log = MemoryLog.Of(LargeTree.Entries[..size]);
        using var signer = Vectors.Signer();
        var store = new FolderStore(folder);
        await LogCopy.RunAsync(log, store, new Zhuoluo.Ledger.Notes.Checkpoint(Vectors.Origin, size, log.Edge.Root()).Sign([signer], default), default);
        return (folder, store, [new TreeHead(size, log.Edge.Root())]);
    }
}
