using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Zhuoluo.Rooms.Files;

/// <summary>
/// All bytes that a row names as one stream, for a house that moves: digest(32) ‖ length(4) ‖ bytes, one after the other. There is no name
/// and no path in it; where something lies follows from what it is.
/// </summary>
internal sealed class FilePack(IFileStore store, IEnumerable<IFileUse> uses)
{
    private const int Batch = 500;

    // Far above what a form may bring, far below what a machine can hold.
    private const int LargestFile = 64 << 20;

    /// <summary>How many went in.</summary>
    public async Task<int> WriteAsync(Stream pack, CancellationToken cancel)
    {
        var (packed, some) = (0, new List<string>(Batch));
        await foreach (var file in store.ListAsync(cancel))
        {
            some.Add(file.Digest);
            if (some.Count == Batch)
            {
                packed += await WriteAsync(pack, some, cancel);
                some.Clear();
            }
        }
        return packed + await WriteAsync(pack, some, cancel);
    }

    /// <summary>Puts them all into the store; how many there were.</summary>
    /// <exception cref="InvalidDataException">A file is not what its digest says, or the pack ends in the middle of one.</exception>
    public async Task<int> ReadAsync(Stream pack, CancellationToken cancel)
    {
        var head = new byte[SHA256.HashSizeInBytes + sizeof(int)];
        for (var read = 0; ; read++)
        {
            var got = await pack.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
            if (got == 0)
            {
                return read;
            }
            var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(SHA256.HashSizeInBytes));
            if (got < head.Length || length is < 0 or > LargestFile)
            {
                throw new InvalidDataException("No file begins here.");
            }
            var bytes = new byte[length];
            if (await pack.ReadAtLeastAsync(bytes, length, throwOnEndOfStream: false, cancel) < length || !SHA256.HashData(bytes).AsSpan().SequenceEqual(head.AsSpan(0, SHA256.HashSizeInBytes)))
            {
                throw new InvalidDataException("A file is not what its digest says.");
            }
            await store.PutAsync(Convert.ToHexStringLower(head.AsSpan(0, SHA256.HashSizeInBytes)), bytes, cancel);
        }
    }

    private async Task<int> WriteAsync(Stream pack, IReadOnlyCollection<string> some, CancellationToken cancel)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            used.UnionWith(await use.UsedAsync(some, cancel));
        }
        var packed = 0;
        foreach (var digest in used)
        {
            // Removed by somebody a moment ago: the row went first.
            await using var file = await store.OpenAsync(digest, cancel);
            if (file is null)
            {
                continue;
            }
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var head = new byte[SHA256.HashSizeInBytes + sizeof(int)];
            Convert.FromHexString(digest).CopyTo(head, 0);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(SHA256.HashSizeInBytes), (int)bytes.Length);
            await pack.WriteAsync(head, cancel);
            await pack.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancel);
            packed++;
        }
        return packed;
    }
}
