namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>
/// In how many matters a pair of Han characters stands; the empty word counts the matters. Exact on PostgreSQL, where counting the hits of
/// a usual word would cost tens of milliseconds; on SQLite it only tells rare from usual (docs/decisions/0015-search.md).
/// </summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }
    public required long Count { get; init; }
}
