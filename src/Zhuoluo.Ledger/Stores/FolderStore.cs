using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// A log as static files, which any web server can serve under its prefix as they are: <c>checkpoint</c>, <c>tile/…</c>. One writer at a time.
/// </summary>
public sealed class FolderStore(string folder) : ILedgerStore
{
    private const string CheckpointName = "checkpoint";
    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly HashSet<string> _unflushed = [];

    /// <inheritdoc/>
    public Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel) => ReadAsync(Path.Combine(_folder, CheckpointName), cancel);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadTileAsync(TilePath tile, CancellationToken cancel)
    {
        if (await ReadAsync(FileOf(tile), cancel) is { } bytes)
        {
            return bytes;
        }
        return Widths(tile).Select(w => tile.WithWidth(w)).Cast<TilePath?>().FirstOrDefault(t => File.Exists(FileOf(t!.Value))) is { } wider
            ? Tile.Prefix(tile, await ReadAsync(FileOf(wider), cancel)) : null;
    }

    /// <inheritdoc/>
    public async Task WriteTileAsync(TilePath tile, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var file = FileOf(tile);
        if (await ReadAsync(file, cancel) is not { } there)
        {
            await DurableFiles.WriteAsync(file, bytes, cancel);
        }
        else if (!there.AsSpan().SequenceEqual(bytes.Span))
        {
            throw new LedgerStopException($"{file} is there with other bytes; what was published never changes.");
        }
        // On disk: the bytes. Their name stands in the folder, and that of a new folder in the one above; also a file that was there already may
        // be from a run that did not come to publish.
        for (var above = Path.GetDirectoryName(file); above is not null && above.Length >= _folder.Length && _unflushed.Add(above);)
        {
            above = Path.GetDirectoryName(above);
        }
    }

    /// <inheritdoc/>
    public async Task PublishAsync(ReadOnlyMemory<byte> checkpoint, CancellationToken cancel)
    {
        var next = Checkpoint.Parse(SignedNote.Parse(checkpoint.Span).Text);
        if (await ReadCheckpointAsync(cancel) is { } bytes)
        {
            var last = Checkpoint.Parse(SignedNote.Parse(bytes).Text);
            if (next.Origin != last.Origin || next.Size < last.Size || (next.Size == last.Size && next.Root != last.Root))
            {
                throw new LedgerStopException($"{_folder} has the checkpoint of {last.Origin} at size {Decimals.Format(last.Size)}; one of {next.Origin} at size {Decimals.Format(next.Size)} does not follow it.");
            }
        }
        // On disk: tiles whose names may still be lost. No checkpoint needs them yet.
        foreach (var unflushed in _unflushed)
        {
            DurableFiles.Flush(unflushed);
        }
        _unflushed.Clear();
        // On disk: all tiles of the new size under their names, the checkpoint of the old size.
        await DurableFiles.ReplaceAsync(Path.Combine(_folder, CheckpointName), checkpoint, cancel);
    }

    private string FileOf(TilePath tile) => Path.Combine(_folder, tile.ToString());

    private static async Task<byte[]?> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // The full one is the likeliest to be there.
    private static IEnumerable<int> Widths(TilePath tile) => Enumerable.Range(tile.Width + 1, Tile.Width - tile.Width).OrderDescending();
}
