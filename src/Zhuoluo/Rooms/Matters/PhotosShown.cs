namespace Zhuoluo.Rooms.Matters;

/// <summary>Files as a page shows them: small pictures that lead to the whole ones.</summary>
/// <param name="Files">In the order in which they came.</param>
/// <param name="Number">The matter's number where the reader may remove files; null draws no link for it.</param>
internal sealed record PhotosShown(IReadOnlyList<Attachment> Files, string? Number = null);
