using System.Collections.Concurrent;

namespace Zhuoluo.Data;

/// <summary>
/// Results that were read and are kept until anything at all is committed: never stale, because the mark of the data is asked each time.
/// The mark is taken before reading, so that what is kept is at least as new as its mark. What depends on the hour must say so in its key.
/// </summary>
internal sealed class Kept(DataMark marks)
{
    // Some kilobytes each; a county's staff look at fewer different lists than that between two changes.
    private const int Most = 500;
    private volatile Shelf _shelf = new("");

    /// <summary>What is kept under the key, else what <paramref name="read"/> gives. The key says everything that the result depends on but the data.</summary>
    public async ValueTask<T> GetAsync<T>(object key, Func<Task<T>> read, CancellationToken cancel)
        where T : notnull
    {
        var mark = await marks.NowAsync(cancel);
        var shelf = _shelf;
        if (shelf.Mark != mark || shelf.Results.Count >= Most)
        {
            _shelf = shelf = new Shelf(mark);
        }
        if (shelf.Results.TryGetValue((typeof(T), key), out var kept))
        {
            return (T)kept;
        }
        var result = await read();
        shelf.Results[(typeof(T), key)] = result;
        return result;
    }

    /// <summary>For those who count what reading costs.</summary>
    public void Forget() => _shelf = new Shelf("");

    private sealed class Shelf(string mark)
    {
        public string Mark => mark;
        public ConcurrentDictionary<(Type, object), object> Results { get; } = new();
    }
}
