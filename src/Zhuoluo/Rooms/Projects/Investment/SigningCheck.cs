using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>How many agreements and how much of them, by type; whole fen.</summary>
internal sealed record AgreementSum(long Count, long Fen)
{
    public static AgreementSum None { get; } = new(0, 0);

    public static AgreementSum Of(IEnumerable<AgreementSum> parts) => parts.Aggregate(None, (a, b) => new AgreementSum(a.Count + b.Count, a.Fen + b.Fen));
}

/// <summary>One place where what was said of an event and its records do not agree; the end of a text key and what stands in it.</summary>
internal sealed record Mismatch(string Key, IReadOnlyList<object> Arguments);

/// <summary>Holds what was said of a signing event against its agreements (row H04: the types sum to the total).</summary>
internal static class SigningCheck
{
    /// <summary>Empty where everything that was said adds up.</summary>
    public static IReadOnlyList<Mismatch> Of(SigningEvent said, IReadOnlyDictionary<AgreementType, int> saidTypes, IReadOnlyDictionary<AgreementType, AgreementSum> records)
    {
        var found = new List<Mismatch>();
        var all = AgreementSum.Of(records.Values);
        var parts = saidTypes.Values.Sum(n => (long)n);
        if (said.StatedCount is { } total && saidTypes.Count > 0 && parts != total)
        {
            found.Add(new Mismatch("parts", [parts, total]));
        }
        if (said.StatedCount is { } count && count != all.Count)
        {
            found.Add(new Mismatch("count", [count, all.Count]));
        }
        foreach (var (type, number) in saidTypes.OrderBy(t => t.Key))
        {
            var there = records.GetValueOrDefault(type)?.Count ?? 0;
            if (number != there)
            {
                found.Add(new Mismatch("type", [new TextKey("project.agreement.type." + Word.Of(type)), number, there]));
            }
        }
        if (said.StatedFen is { } fen && fen != all.Fen)
        {
            found.Add(new Mismatch("amount", [ProjectNames.Wan(fen), ProjectNames.Wan(all.Fen)]));
        }
        return found;
    }
}
