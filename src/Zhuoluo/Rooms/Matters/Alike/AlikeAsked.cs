namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>A matter, registered or just being written, for which alike ones are looked for.</summary>
/// <param name="Id">0 while it is being written.</param>
/// <param name="Side">What is compared.</param>
/// <param name="Print">Of the requester's telephone, to tell the same person; null without one.</param>
internal sealed record AlikeAsked(long Id, AlikeSide Side, byte[]? Print)
{
    private const int MostWords = 10;
    private const int MostHits = 3000;

    /// <summary>
    /// The rarest pairs that others hold too: whoever shares none of them shares little. Usual ones are left out once the rarer promise enough.
    /// </summary>
    /// <param name="counts">In how many matters a pair stands.</param>
    public IReadOnlyList<string> Rarest(IReadOnlyDictionary<string, long> counts)
    {
        var chosen = new List<string>(MostWords);
        var hits = 0L;
        // Of a registered matter each pair stands in itself at least.
        var own = Id == 0 ? 0 : 1;
        foreach (var (pair, count) in Side.Pairs.Select(p => (Pair: p, Count: counts.GetValueOrDefault(p))).Where(p => p.Count > own).OrderBy(p => p.Count).ThenBy(p => p.Pair, StringComparer.Ordinal))
        {
            if (chosen.Count == MostWords || (chosen.Count >= 3 && hits + count > MostHits))
            {
                break;
            }
            chosen.Add(pair);
            hits += count;
        }
        return chosen;
    }
}

/// <summary>A matter that may be about the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">For people.</param>
/// <param name="Title">For staff, or the released one for the public.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedOn">When it was raised.</param>
/// <param name="Likeness">How alike and why.</param>
/// <param name="IsSamePerson">The same telephone; looked at apart from the score (rules G2.1).</param>
internal sealed record AlikeMatter(long Id, string Number, string Title, MatterState State, DateOnly OpenedOn, Likeness Likeness, bool IsSamePerson)
{
    /// <summary>The requester said so when handing it in.</summary>
    public bool IsSaid { get; init; }
}
