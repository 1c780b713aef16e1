namespace Zhuoluo.Rooms.Matters.AreaMap;

/// <summary>The outlines of the towns as the county supplied them, GeoJSON. One map at a time.</summary>
internal sealed class MapFile
{
    public const long TheOne = 1;

    public required long Id { get; init; }
    public required string Name { get; set; }

    /// <summary>审图号; null for a sketch, which is marked as one.</summary>
    public string? Approval { get; set; }
    public required string GeoJson { get; set; }
    public required DateTimeOffset UploadedAt { get; set; }
    public required string UploadedBy { get; set; }
}
