namespace Zhuoluo.Rooms.Figures.Stating;

/// <summary>Some of a list of records, told as a reader may see them.</summary>
/// <param name="Count">How many the whole list has.</param>
/// <param name="Shown">Without words where the reader may not see it.</param>
internal sealed record ToldRecords(int Count, IReadOnlyList<(CountedThen Then, CountedRecord? Told)> Shown)
{
    public static ToldRecords None { get; } = new(0, []);

    /// <summary>How many of the whole list the reader may not see; null where that was not looked up.</summary>
    public int? Hidden { get; init; }

    public static int HiddenOf(IReadOnlyList<(CountedThen Then, CountedRecord? Told)> shown) => shown.Count(r => r.Told is null);
}
