using Zhuoluo.Rooms.Matters.Tallying;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Which tallies add up to what is asked for; never confidential matters.</summary>
/// <param name="By">The breakdown.</param>
internal sealed record TallyAsk(TallyBy By)
{
    /// <summary>Null for all.</summary>
    public IReadOnlyCollection<string>? Keys { get; init; }

    /// <summary>Null for any.</summary>
    public IReadOnlyCollection<MatterState>? States { get; init; }
    public MatterOutcome? Outcome { get; init; }

    /// <summary>0 for matters without one.</summary>
    public long? DriveId { get; init; }

    /// <summary>First month of opening, as yyyymm.</summary>
    public int? FromMonth { get; init; }

    /// <summary>Last month of opening.</summary>
    public int? ToMonth { get; init; }

    public IQueryable<Tally> Of(IQueryable<Tally> tallies)
    {
        var by = By;
        tallies = tallies.Where(t => t.By == by && t.Count != 0);
        if (Keys is { } keys)
        {
            tallies = tallies.Where(t => keys.Contains(t.Key));
        }
        if (States is { } states)
        {
            tallies = tallies.Where(t => states.Contains(t.State));
        }
        if (Outcome is { } outcome)
        {
            tallies = tallies.Where(t => t.Outcome == outcome);
        }
        if (DriveId is { } drive)
        {
            tallies = tallies.Where(t => t.DriveId == drive);
        }
        if (FromMonth is { } from)
        {
            tallies = tallies.Where(t => t.Month >= from);
        }
        return ToMonth is { } to ? tallies.Where(t => t.Month <= to) : tallies;
    }

    public bool Has(TallyKey key) => key.By == By && Keys?.Contains(key.Key) is not false && States?.Contains(key.State) is not false
        && (Outcome is null || Outcome == key.Outcome) && (DriveId is null || DriveId == key.DriveId)
        && (FromMonth is null || key.Month >= FromMonth) && (ToMonth is null || key.Month <= ToMonth);
}
