namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>
/// How alike two matters are (rules G2.1): 0.6 of the words they share, 0.25 of the place, 0.15 of how near in time. In thousandths, with its
/// parts, so that everybody can see why. A hint, never a decision.
/// </summary>
/// <param name="Words">Shared pairs of characters over all pairs of both (Jaccard).</param>
/// <param name="Place">Same village, same town, and what was written about where.</param>
/// <param name="Time">1000 on the same day, 0 after 90.</param>
internal sealed record Likeness(int Words, int Place, int Time)
{
    public const int Likely = 550;
    public const int Hint = 350;

    /// <summary>
    /// Under this share of words nothing is said: the same village on the same day alone reaches 400. Found on the labelled pairs
    /// (docs/duplicates.md): it takes wrong hints for different matters from four in ten to three in a hundred and loses one right one in a hundred.
    /// </summary>
    public const int FewestWords = 150;

    /// <summary>Further apart in time is not alike but recurring.</summary>
    public const int MostDays = 90;

    public int Score => ((600 * Words) + (250 * Place) + (150 * Time)) / 1000;

    public bool IsHint => Words >= FewestWords && Score >= Hint;

    public bool IsLikely => Words >= FewestWords && Score >= Likely;

    public static Likeness Of(AlikeSide one, AlikeSide other) => new(Share(one.Pairs, other.Pairs), PlaceOf(one, other), TimeOf(one, other));

    private static int PlaceOf(AlikeSide one, AlikeSide other)
    {
        var place = one.PlaceCode == other.PlaceCode ? one.PlaceCode.Length > 9 ? 1000 : 600
            // One of them says the town only.
            : one.PlaceCode.StartsWith(other.PlaceCode, StringComparison.Ordinal) || other.PlaceCode.StartsWith(one.PlaceCode, StringComparison.Ordinal) ? 600
            : TownOf(one.PlaceCode) == TownOf(other.PlaceCode) ? 200
            : 0;
        return one.Where.Count == 0 || other.Where.Count == 0 ? place : ((7 * place) + (3 * Share(one.Where, other.Where))) / 10;
    }

    private static int TimeOf(AlikeSide one, AlikeSide other) =>
        1000 * Math.Max(0, MostDays - Math.Abs(one.OpenedOn.DayNumber - other.OpenedOn.DayNumber)) / MostDays;

    private static int Share(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var shared = one.Count < other.Count ? one.Count(other.Contains) : other.Count(one.Contains);
        var all = one.Count + other.Count - shared;
        return all == 0 ? 0 : 1000 * shared / all;
    }

    private static string TownOf(string place) => place.Length > 9 ? place[..9] : place;
}
