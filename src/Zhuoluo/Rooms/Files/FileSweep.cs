namespace Zhuoluo.Rooms.Files;

/// <summary>Takes away bytes that no row names, once they are a day old: what a power cut, a refused form or a removal left behind.</summary>
internal sealed class FileSweep(IFileStore store, FileLeases leases, IEnumerable<IFileUse> uses)
{
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);
    private const int Batch = 500;

    /// <summary>How many were taken away.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (gone, old) = (0, new List<string>(Batch));
        await foreach (var file in store.ListAsync(cancel))
        {
            if (file.PutAt > now - Grace)
            {
                continue;
            }
            old.Add(file.Digest);
            if (old.Count == Batch)
            {
                gone += await leases.DeleteAsync(old, uses, store, cancel);
                old.Clear();
            }
        }
        return gone + await leases.DeleteAsync(old, uses, store, cancel);
    }

    /// <summary>Bytes that nothing names any more, at once: a picture was removed for a reason that does not wait.</summary>
    public Task<int> DropAsync(IEnumerable<string> digests, CancellationToken cancel) => leases.DeleteAsync([.. digests], uses, store, cancel);
}
