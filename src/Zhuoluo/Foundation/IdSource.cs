namespace Zhuoluo.Foundation;

/// <summary>
/// 63-bit ids ordered by time: 43 bits of milliseconds since 2020, 15 bits of sequence, 5 bits of node.
/// Sorting by id is sorting by birth, so lists need no second index. Not secret: nothing is protected by an id being hard to guess.
/// </summary>
internal sealed class IdSource(int node)
{
    public const int Nodes = 32;

    private static readonly long _epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private long _last;

    /// <summary>No id of that instant or later is smaller.</summary>
    public static long First(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds() - _epoch) << 20;

    /// <summary>The next id not before <paramref name="at"/>; unique in this process, and across nodes with different numbers.</summary>
    public long Next(DateTimeOffset at)
    {
        var floor = (Math.Max(0, at.ToUnixTimeMilliseconds() - _epoch) << 20) | (uint)node;
        while (true)
        {
            var last = Volatile.Read(ref _last);
            // 32 is one step of the sequence: the low 5 bits stay the node's.
            var next = Math.Max(floor, last + 32);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
