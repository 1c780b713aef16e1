namespace Zhuoluo.Rooms.Files;

/// <summary>
/// Between putting bytes and committing their row nobody may delete them, though no row names them yet. Holds for this process; for
/// several nodes the sweeper's day of grace does the same.
/// </summary>
internal sealed class FileLeases : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _held = [];

    public async Task HoldAsync(IEnumerable<string> digests, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        foreach (var digest in digests)
        {
            _held[digest] = _held.GetValueOrDefault(digest) + 1;
        }
        _gate.Release();
    }

    public void Release(IEnumerable<string> digests)
    {
        _gate.Wait();
        foreach (var digest in digests)
        {
            if (--_held[digest] == 0)
            {
                _held.Remove(digest);
            }
        }
        _gate.Release();
    }

    /// <summary>Deletes what nobody holds and no row names; the number deleted.</summary>
    public async Task<int> DeleteAsync(IReadOnlyCollection<string> digests, IEnumerable<IFileUse> uses, IFileStore store, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var free = digests.Where(d => !_held.ContainsKey(d)).ToHashSet(StringComparer.Ordinal);
            foreach (var use in uses)
            {
                free.ExceptWith(await use.UsedAsync(free, cancel));
            }
            foreach (var digest in free)
            {
                await store.DeleteAsync(digest, cancel);
            }
            return free.Count;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
