using System.Buffers.Binary;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Bench;

/// <summary>A log in memory: entries of 300 bytes made from their index, full tiles kept.</summary>
internal sealed class BenchLog : FullTileSource
{
    private readonly long _size;
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> _tiles;

    public BenchLog(long size)
    {
        _size = size;
        var edge = new TreeEdge();
        List<FullTile> full = [];
        for (var i = 0L; i < size; i++)
        {
            edge.Append(Entry(i), full);
        }
        (Root, _tiles) = (edge.Root(), full.ToDictionary(t => (t.Level, t.Index), t => t.Hashes));
    }

    public TreeHash Root { get; }

    public override Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel) => Task.FromResult<byte[]?>(null);

    protected override Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadEntriesAsync(long first, int count, CancellationToken cancel)
    {
        List<ReadOnlyMemory<byte>> entries = [];
        for (var i = first; i < Math.Min(first + count, _size); i++)
        {
            entries.Add(Entry(i));
        }
        return Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>(entries);
    }

    protected override Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadFullTilesAsync(int level, long first, int count, CancellationToken cancel)
    {
        List<ReadOnlyMemory<byte>> tiles = [];
        for (var i = first; i < first + count && _tiles.TryGetValue((level, i), out var tile); i++)
        {
            tiles.Add(tile);
        }
        return Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>(tiles);
    }

    private static byte[] Entry(long index)
    {
        var entry = new byte[300];
        BinaryPrimitives.WriteInt64BigEndian(entry, index);
        return entry;
    }
}
