using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Statistics;

/// <summary>The counts of one sort. Closed is not solved: both stand side by side, with what they are out of.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Records">The filter that gives exactly the records counted as <see cref="Total"/>.</param>
internal sealed record StatisticsRow(string Name, MatterFilter Records)
{
    /// <summary>Below this many a share says little, and nobody is ranked by it (rules A4.5).</summary>
    public const int EnoughForShares = 30;

    public long Total { get; init; }
    public long Open { get; init; }
    public long Closed { get; init; }
    public long Solved { get; init; }
    public long PartlySolved { get; init; }
    public long Explained { get; init; }
    public long NotPossible { get; init; }

    /// <summary>Declined, transferred, merged, repeated, withdrawn: ended without an answer of a unit.</summary>
    public long Otherwise => Total - Open - Closed;

    /// <summary>Where one more level can be looked at.</summary>
    public string? Deeper { get; init; }

    public MatterFilter OpenRecords => Records with { States = StateSet.Open };
    public MatterFilter ClosedRecords => Records with { States = StateSet.Of(MatterState.Closed) };
    public MatterFilter OtherwiseRecords => Records with
    {
        States = StateSet.Of(MatterState.Declined, MatterState.Transferred, MatterState.Merged, MatterState.Repeated, MatterState.Withdrawn),
    };

    public MatterFilter With(MatterOutcome outcome) => ClosedRecords with { Outcome = outcome };

    /// <summary>Solved out of closed, in hundredths of a percent, half up; null where nothing is closed.</summary>
    public long? SolvedShare => Closed == 0 ? null : (Solved * 20_000 + Closed) / (2 * Closed);

    public bool IsSmall => Closed < EnoughForShares;

    public static StatisticsRow Of(string name, MatterFilter records, IEnumerable<Tally> tallies)
    {
        var row = new StatisticsRow(name, records);
        foreach (var tally in tallies)
        {
            var isClosed = tally.State == MatterState.Closed;
            row = row with
            {
                Total = row.Total + tally.Count,
                Open = row.Open + (tally.State.IsOpen() ? tally.Count : 0),
                Closed = row.Closed + (isClosed ? tally.Count : 0),
                Solved = row.Solved + (isClosed && tally.Outcome == MatterOutcome.Solved ? tally.Count : 0),
                PartlySolved = row.PartlySolved + (isClosed && tally.Outcome == MatterOutcome.PartlySolved ? tally.Count : 0),
                Explained = row.Explained + (isClosed && tally.Outcome == MatterOutcome.Explained ? tally.Count : 0),
                NotPossible = row.NotPossible + (isClosed && tally.Outcome == MatterOutcome.NotPossible ? tally.Count : 0),
            };
        }
        return row;
    }
}
