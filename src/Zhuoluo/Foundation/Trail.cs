namespace Zhuoluo.Foundation;

/// <summary>
/// The entries that the changes of one request left in the ledger, known to the edge once they are durable: so every write can answer with its
/// receipt. Acts of jobs and commands have none.
/// </summary>
internal sealed class Trail
{
    /// <summary>A change of many rows says the first of them; the others are found in the ledger.</summary>
    public const int Most = 8;

    private readonly Lock _lock = new();
    private readonly List<Trace> _entries = [];

    /// <summary>In the order of the commits.</summary>
    public IReadOnlyList<Trace> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Only what was committed comes here.</summary>
    public void Note(IEnumerable<Trace> committed)
    {
        lock (_lock)
        {
            _entries.AddRange(committed.Take(Most - _entries.Count));
        }
    }
}

/// <summary>One entry that was written.</summary>
/// <param name="EventId">Its 128 random bits.</param>
/// <param name="Kind">Its kind.</param>
internal readonly record struct Trace(byte[] EventId, string Kind)
{
    /// <summary>As the entry itself writes it, and as addresses do.</summary>
    public string Id => Convert.ToHexStringLower(EventId);
}
