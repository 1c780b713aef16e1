using System.Security.Cryptography;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files.Reading;

namespace Zhuoluo.Rooms.Files;

/// <summary>Takes files in: read through, looked at, put into the store. Only what has come through here gets a <see cref="StoredFile"/>.</summary>
internal sealed class FileDesk(IFileStore store, IFileScan scan, FileLeases leases)
{
    /// <summary>All of them or the first refusal. Each with the small picture that came with it, or null.</summary>
    public async Task<Outcome<StagedFiles>> TakeAsync(IReadOnlyList<(byte[] Whole, byte[]? Small)> files, CancellationToken cancel)
    {
        var taken = new List<StoredFile>(files.Count);
        if (files.Count > FileLimits.MostFiles)
        {
            return new TooManyFiles(FileLimits.MostFiles);
        }
        foreach (var (whole, small) in files)
        {
            if ((await TakeAsync(whole, small, cancel)).IsRefused(out var refusal, out var file))
            {
                leases.Release(taken.SelectMany(f => f.Digests));
                return refusal;
            }
            taken.Add(file);
        }
        return new StagedFiles(leases, taken);
    }

    /// <summary>One file, held for the caller, who gives it up through <see cref="StagedFiles"/> or <see cref="FileLeases.Release"/>.</summary>
    public async Task<Outcome<StoredFile>> TakeAsync(byte[] whole, byte[]? small, CancellationToken cancel)
    {
        if (FileReader.Read(whole).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        var little = read.Kind.IsPicture() ? SmallOf(small) : null;
        foreach (var bytes in little is null ? [read.Bytes] : new[] { read.Bytes, little.Bytes })
        {
            if (await scan.LookAsync(bytes, cancel) is { } harm)
            {
                return harm;
            }
        }
        var file = new StoredFile(DigestOf(read.Bytes), read.Kind, read.Bytes.Length, read.Width, read.Height, little is null ? null : DigestOf(little.Bytes));
        await leases.HoldAsync(file.Digests, cancel);
        try
        {
            await store.PutAsync(file.Digest, read.Bytes, cancel);
            if (little is not null)
            {
                await store.PutAsync(file.SmallDigest!, little.Bytes, cancel);
            }
            return file;
        }
        catch (FileStoreAway)
        {
            leases.Release(file.Digests);
            return new FileNotKept();
        }
        catch
        {
            leases.Release(file.Digests);
            throw;
        }
    }

    /// <summary>Files that were put before and are held again; false when one of them is gone.</summary>
    public async Task<bool> HoldAgainAsync(StoredFile file, CancellationToken cancel)
    {
        await leases.HoldAsync(file.Digests, cancel);
        var isThere = false;
        try
        {
            isThere = (await Task.WhenAll(file.Digests.Select(d => store.HasAsync(d, cancel)))).All(h => h);
        }
        catch (FileStoreAway)
        {
            // Not known to be there is as good as gone: a row must never name what is not.
        }
        if (!isThere)
        {
            leases.Release(file.Digests);
        }
        return isThere;
    }

    public StagedFiles Stage(IReadOnlyList<StoredFile> held) => new(leases, held);

    // A small picture that is no picture, or no small one, is left out; the whole one does its work.
    private static ReadFile? SmallOf(byte[]? small) =>
        small is { Length: > 0 and <= FileLimits.SmallBytes }
        && !FileReader.Read(small).IsRefused(out _, out var read)
        && read is { Kind: FileKind.Jpeg, Width: <= FileLimits.SmallSide, Height: <= FileLimits.SmallSide } ? read : null;

    private static string DigestOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
