namespace Zhuoluo.Rooms.Files;

/// <summary>
/// Where bytes lie, by their SHA-256 (64 hex digits). What <see cref="PutAsync"/> has returned from survives a power cut. A file without a
/// row is harmless and swept later; a row without a file must not come to be, so bytes are put before the row and deleted after it.
/// </summary>
internal interface IFileStore
{
    /// <summary>Keeps the bytes; putting the same again renews their age.</summary>
    Task PutAsync(string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Null when there are none.</summary>
    Task<Stream?> OpenAsync(string digest, CancellationToken cancel);

    Task<bool> HasAsync(string digest, CancellationToken cancel);

    /// <summary>Done also when there were none.</summary>
    Task DeleteAsync(string digest, CancellationToken cancel);

    /// <summary>All there is, with when it was put.</summary>
    IAsyncEnumerable<KeptFile> ListAsync(CancellationToken cancel);
}

internal sealed record KeptFile(string Digest, DateTimeOffset PutAt);

/// <summary>A store elsewhere did not answer, or refused. Says what it answered and never with which keys it was asked.</summary>
internal sealed class FileStoreAway(string answer) : IOException($"The store of files answered: {answer}");
