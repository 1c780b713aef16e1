namespace Zhuoluo.Rooms.Files;

/// <summary>How much one step may bring.</summary>
internal static class FileLimits
{
    public const int MostFiles = 6;
    public const int MostMegabytes = 10;
    public const int MostBytes = MostMegabytes * 1024 * 1024;

    /// <summary>A form with all its files, for pages that take some.</summary>
    public const long MostRequestBytes = (MostFiles * (long)MostBytes) + (2 << 20);

    /// <summary>A form of several matters, each with files.</summary>
    public const long MostBatchBytes = 128L << 20;

    /// <summary>A picture that unpacks to more is an attack or a mistake; cameras of 2026 make up to 50 megapixels.</summary>
    public const long MostPixels = 64_000_000;
    public const int LongestSide = 16_384;

    /// <summary>A small picture that the browser made is taken only within these.</summary>
    public const int SmallSide = 480;
    public const int SmallBytes = 96 * 1024;
}
