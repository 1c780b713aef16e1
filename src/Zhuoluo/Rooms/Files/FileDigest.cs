namespace Zhuoluo.Rooms.Files;

/// <summary>The name that bytes have: their SHA-256 in 64 lower-case hexadecimal digits.</summary>
internal static class FileDigest
{
    private const int Length = 64;

    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// ab/cd/abcd…, in every store alike, so that one is moved to another by copying. A digest comes from the database or from hashing, but
    /// a path is made of it: nothing else gets through.
    /// </summary>
    public static string PathOf(string digest) =>
        IsOne(digest) ? $"{digest[..2]}/{digest[2..4]}/{digest}" : throw new ArgumentException("Not a digest.", nameof(digest));
}
