namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// What a file may ask of us before it is refused as a whole. The sizes are counted while unpacking; what the file says
/// about itself (sizes, dimensions, counts) is never trusted.
/// </summary>
internal sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    /// <summary>Bytes of one unpacked part. A million rows of twenty cells are about 700 MB.</summary>
    public long PartBytes { get; init; } = 2L << 30;

    /// <summary>Unpacked bytes for one packed byte, counted only beyond <see cref="RatioFrom"/>. Spreadsheets reach about 40.</summary>
    public int Ratio { get; init; } = 300;

    public long RatioFrom { get; init; } = 32L << 20;

    public int Parts { get; init; } = 5_000;

    public long SharedCharacters { get; init; } = 256L << 20;

    public int CellCharacters { get; init; } = 1 << 20;

    public int Columns { get; init; } = 1_024;

    public int Rows { get; init; } = 2_000_000;

    public int Merges { get; init; } = 200_000;
}
