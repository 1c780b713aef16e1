namespace Zhuoluo.Rooms.Files;

/// <summary>Bytes that lie in the store, ready to be named by a row. There is no field for the name it had: names tell of people.</summary>
/// <param name="Digest">SHA-256 of the bytes as kept, lower-case hex.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Width">In pixels as shown; 0 for a document.</param>
/// <param name="Height">In pixels as shown; 0 for a document.</param>
/// <param name="SmallDigest">A small picture of it that the browser made; null where there is none.</param>
internal sealed record StoredFile(string Digest, FileKind Kind, int Size, int Width, int Height, string? SmallDigest)
{
    public IEnumerable<string> Digests => SmallDigest is null ? [Digest] : [Digest, SmallDigest];
}
