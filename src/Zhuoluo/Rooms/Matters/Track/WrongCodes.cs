using System.Collections.Concurrent;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>
/// Counts wrong codes in a sliding window, by the number that was tried and by the address it came from, so that fifty bits are enough.
/// In memory of one node: a restart forgives, and several nodes allow as many times more, which changes nothing that matters.
/// </summary>
internal sealed class WrongCodes
{
    public const int Most = 10;
    private const int ManyKeys = 10_000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _tries = new(StringComparer.Ordinal);

    public bool IsTooMany(string number, string address, DateTimeOffset now) =>
        CountOf("number " + number, now) >= Most || CountOf("address " + address, now) >= Most;

    public void Note(string number, string address, DateTimeOffset now)
    {
        Note("number " + number, now);
        Note("address " + address, now);
        if (_tries.Count > ManyKeys)
        {
            Forget(now);
        }
    }

    private void Note(string key, DateTimeOffset now)
    {
        var tries = _tries.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (tries)
        {
            tries.Enqueue(now);
            if (tries.Count > Most)
            {
                tries.Dequeue();
            }
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
            return tries.Count(t => t > now - _window);
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
