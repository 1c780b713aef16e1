using System.Collections.Concurrent;
using System.Threading.Channels;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>
/// Notes who opened a matter that is not their own work. Costs the page a look and a place in a queue; <see cref="AccessWriter"/> writes
/// many at once. The same person and matter within ten minutes is one opening. What does not fit is counted and said in the entry.
/// </summary>
internal sealed class AccessLog(Offices offices)
{
    private const int Room = 20_000;
    private const int ManyKeys = 20_000;
    private static readonly TimeSpan _same = TimeSpan.FromMinutes(10);

    private readonly System.Threading.Channels.Channel<Opened> _queue = System.Threading.Channels.Channel.CreateBounded<Opened>(new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.Wait });
    private readonly ConcurrentDictionary<(long, long), DateTimeOffset> _lately = new();
    private int _lost;

    public ChannelReader<Opened> Waiting => _queue.Reader;

    public int TakeLost() => Interlocked.Exchange(ref _lost, 0);

    public void Note(Matter matter, Actor who, DateTimeOffset at)
    {
        if (who.PersonId is not { } person || OwnWork.Is(matter, who, offices.Current))
        {
            return;
        }
        if (_lately.TryGetValue((person, matter.Id), out var last) && at - last < _same)
        {
            return;
        }
        if (_lately.Count > ManyKeys)
        {
            _lately.Clear();
        }
        _lately[(person, matter.Id)] = at;
        if (!_queue.Writer.TryWrite(new Opened(matter.Id, person, who.Name, offices.Current.UnitByCode(who.Office)?.Id, at)))
        {
            Interlocked.Increment(ref _lost);
        }
    }
}

internal sealed record Opened(long MatterId, long PersonId, string PersonName, long? OfficeId, DateTimeOffset At);
