using System.Diagnostics;

namespace Zhuoluo.Data;

/// <summary>
/// How much followers do at once, so that people who write do not wait for them. While many write, a turn is kept to some
/// milliseconds and followed by a rest many times as long: tallies and search fall behind and catch up when it is quieter.
/// </summary>
internal sealed class Pace(Writer writer)
{
    private const int LargestTurn = 250;
    private const int SmallestTurn = 20;

    // From this many changes a second on, turns are short and rare.
    private const double ManyPerSecond = 50;
    private const double RestPerTurn = 15;
    private static readonly TimeSpan _longestTurn = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestRest = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, double> _ticksPerEntry = new(StringComparer.Ordinal);
    private long _asked;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Whether many were writing when it was last looked.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>How many entries the follower may read in its next turn.</summary>
    public int TurnOf(string follower) => IsBusy && _ticksPerEntry.TryGetValue(follower, out var ticks)
        ? (int)Math.Clamp(_longestTurn.Ticks / ticks, SmallestTurn, LargestTurn)
        : IsBusy ? SmallestTurn : LargestTurn;

    /// <summary>After a turn: learns how long an entry takes.</summary>
    public void Took(string follower, int entries, TimeSpan time)
    {
        if (entries > 0)
        {
            var ticks = (double)time.Ticks / entries;
            _ticksPerEntry[follower] = _ticksPerEntry.TryGetValue(follower, out var before) ? (before + ticks) / 2 : ticks;
        }
    }

    /// <summary>After all have had a turn, which together took <paramref name="time"/>: leaves the writer to others for a while if many ask for it.</summary>
    public async Task RestAsync(TimeSpan time, CancellationToken cancel)
    {
        var asked = writer.Asked;
        IsBusy = (asked - _asked) / Math.Max(0.001, Stopwatch.GetElapsedTime(_since).TotalSeconds) > ManyPerSecond;
        (_asked, _since) = (asked, Stopwatch.GetTimestamp());
        if (IsBusy)
        {
            var rest = time * RestPerTurn;
            await Task.Delay(rest < _longestRest ? rest : _longestRest, cancel);
        }
    }
}
