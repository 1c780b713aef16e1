using System.Runtime.CompilerServices;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Rooms.Files.Storing;

/// <summary>
/// files/ab/cd/abcd… under the data folder. Written beside, forced to disk, renamed, the folder forced to disk: after a power cut a name
/// has all its bytes or does not exist.
/// </summary>
internal sealed class FolderStore(string folder) : IFileStore
{
    private readonly string _incoming = Path.Combine(folder, "incoming");
    private long _last;

    public async Task PutAsync(string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var path = PathOf(digest);
        Directory.CreateDirectory(_incoming);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = Path.Combine(_incoming, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}");
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancel);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
        DurableFiles.Flush(Path.GetDirectoryName(path)!);
    }

    public Task<Stream?> OpenAsync(string digest, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> HasAsync(string digest, CancellationToken cancel) => Task.FromResult(File.Exists(PathOf(digest)));

    public Task DeleteAsync(string digest, CancellationToken cancel)
    {
        if (File.Exists(PathOf(digest)))
        {
            File.Delete(PathOf(digest));
        }
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            cancel.ThrowIfCancellationRequested();
            if (Path.GetFileName(path) is var digest && FileDigest.IsOne(digest) && !path.StartsWith(_incoming, StringComparison.Ordinal))
            {
                yield return new KeptFile(digest, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
            }
        }
    }

    private string PathOf(string digest) => Path.Combine(folder, FileDigest.PathOf(digest));
}
