using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>Entries and full tiles in memory, as a database keeps them; every byte can be changed.</summary>
internal sealed class MemoryLog(TileRoots? known = null) : FullTileSource(known)
{
    public List<byte[]> Entries { get; } = [];

    public Dictionary<(int Level, long Index), byte[]> Tiles { get; } = [];

    public byte[]? Checkpoint { get; set; }

    public TreeEdge Edge { get; } = new();

    public static MemoryLog Of(IEnumerable<byte[]> entries, TileRoots? known = null)
    {
        var log = new MemoryLog(known);
        List<FullTile> completed = [];
        foreach (var entry in entries)
        {
            log.Entries.Add([.. entry]);
            log.Edge.Append(entry, completed);
        }
        completed.ForEach(t => log.Tiles.Add((t.Level, t.Index), t.Hashes.ToArray()));
        return log;
    }

    public override Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel) => Task.FromResult(Checkpoint);

    protected override Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadEntriesAsync(long first, int count, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. Entries.Skip((int)Math.Min(first, int.MaxValue)).Take(count).Select(e => (ReadOnlyMemory<byte>)e)]);

    protected override Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadFullTilesAsync(int level, long first, int count, CancellationToken cancel)
    {
        List<ReadOnlyMemory<byte>> tiles = [];
        for (var index = first; index < first + count && Tiles.TryGetValue((level, index), out var tile); index++)
        {
            tiles.Add(tile);
        }
        return Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>(tiles);
    }
}
