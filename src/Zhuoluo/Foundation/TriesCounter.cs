using System.Collections.Concurrent;

namespace Zhuoluo.Foundation;

/// <summary>
/// Counts wrong tries in a sliding window by any keys, such as an address and an account. In memory of one node: a restart forgives,
/// and several nodes allow as many times more.
/// </summary>
internal sealed class TriesCounter(int most, TimeSpan window)
{
    private const int ManyKeys = 10_000;
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _tries = new(StringComparer.Ordinal);

    public TimeSpan Window => window;

    public bool IsTooMany(string key, DateTimeOffset now) => CountOf(key, now) >= most;

    public void Note(string key, DateTimeOffset now)
    {
        var tries = _tries.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (tries)
        {
            tries.Enqueue(now);
            if (tries.Count > most)
            {
                tries.Dequeue();
            }
        }
        if (_tries.Count > ManyKeys)
        {
            Forget(now);
        }
    }

    private int CountOf(string key, DateTimeOffset now)
    {
        if (!_tries.TryGetValue(key, out var tries))
        {
            return 0;
        }
        lock (tries)
        {
            return tries.Count(t => t > now - window);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _tries.Keys.Where(k => CountOf(k, now) == 0).ToList())
        {
            _tries.TryRemove(key, out _);
        }
    }
}
