using System.Globalization;
using System.Text;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Bench;

/// <summary>A log in memory: entries of some 300 bytes made from their index, full tiles kept.</summary>
internal sealed class BenchLog : FullTileSource
{
    private static readonly string _commitment = Convert.ToBase64String(new byte[32]);
    private readonly long _size;
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> _tiles;

    public BenchLog(long size, TileRoots? known = null)
        : base(known)
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

    // As the application writes them, filled up to 300 bytes by a second and a third commitment.
    private static byte[] Entry(long index) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{{\"at\":\"2026-11-22T04:11:07Z\",\"by\":\"office-012\",\"c\":[\"{_commitment}\",\"{_commitment}\",\"{_commitment}\"],\"id\":\"{index:x32}\",\"kind\":\"matter.registered\",\"pub\":{{\"year\":2026}},\"v\":1}}"));
}
