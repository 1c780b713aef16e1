using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>
/// The tree of the growing year inside one transaction: takes entries up, keeps the tiles that became full, and at the end moves the head.
/// What it holds is not durable before the commit is known (ledger.md section 8, rules 3 and 4).
/// </summary>
internal sealed class TreeGrowth
{
    private readonly Work _work;
    private readonly long _began;
    private readonly List<FullTile> _full = [];

    private TreeGrowth(Work work, long size, Shard shard, TreeEdge edge) => (_work, _began, Size, Shard, Edge) = (work, size, size, shard, edge);

    public Shard Shard { get; private set; }

    public TreeEdge Edge { get; private set; }

    /// <summary>Entries of all years.</summary>
    public long Size { get; private set; }

    /// <summary>Takes up the tree where the locked head stands.</summary>
    /// <exception cref="LedgerStopException">What is stored has not the root of the head.</exception>
    public static async Task<TreeGrowth> OfAsync(Work work, Head head, Edge? known, DatabaseLog database, SignedMark? mark, CancellationToken cancel)
    {
        var shard = (await work.ReadAsync("SELECT origin, first FROM ledger_shard WHERE year = $1", r => new Shard { Year = head.Year, Origin = r.Text(0), First = r.Long(1) }, cancel, head.Year)).Single();
        var size = head.Size - shard.First;
        // Only a recovery takes up a tree that is smaller than what was signed.
        LogStart.Compare(shard, size, mark?.Of(head.Year));
        var edge = known is { } k && k.Year == head.Year && k.Tree.Size == size && k.Tree.Root() == head.Root
            ? k.Tree.Copy()
            : await new TreeReader(database.Of(shard), size).EdgeAsync(head.Root, cancel);
        return new TreeGrowth(work, head.Size, shard, edge);
    }

    /// <summary>Begins the first tree; it takes in what older versions had already put in its place.</summary>
    public static async Task<TreeGrowth> FirstAsync(Work work, Head head, int year, string origin, CancellationToken cancel)
    {
        const int AtOnce = 1000;
        var growth = new TreeGrowth(work, head.Size, new Shard { Year = year, Origin = $"{origin}/{year}", First = 0 }, new TreeEdge());
        work.Insert(growth.Shard);
        for (var first = 0L; first < head.Size; first += AtOnce)
        {
            growth.Take(await work.ReadAsync("SELECT body FROM ledger_entry WHERE idx >= $1 AND idx < $2 ORDER BY idx", r => r.Bytes(0), cancel, first, first + AtOnce));
        }
        return growth;
    }

    /// <summary>Entries that stand in the table already, in their order.</summary>
    public void Take(IEnumerable<byte[]> bodies)
    {
        foreach (var body in bodies)
        {
            Edge.Append(body, _full);
        }
        Keep();
    }

    /// <summary>The next entries, which the statement that put them there gave back.</summary>
    public void Grow(IReadOnlyList<byte[]> bodies)
    {
        Take(bodies);
        Size += bodies.Count;
    }

    /// <summary>Ends the year and begins another: the last entry of the one log, the first of the next, which says with which tree the other ended.</summary>
    public async Task TurnYearAsync(int year, CancellationToken cancel)
    {
        Add(new LedgerFrozenV1(Shard.Year));
        var (size, root) = (Edge.Size, Edge.Root());
        await _work.RunAsync("UPDATE ledger_shard SET size = $1, root = $2 WHERE year = $3", cancel, size, root.ToArray(), Shard.Year);
        var (previous, hex) = (Shard.Year, Convert.ToHexStringLower(root.ToArray()));
        Shard = new Shard { Year = year, Origin = $"{Shard.Origin[..Shard.Origin.LastIndexOf('/')]}/{year}", First = Size };
        Edge = new TreeEdge();
        _work.Insert(Shard);
        Add(new LedgerOpenedV1(year, previous, size, new Code(hex[..32]), new Code(hex[32..])));
    }

    /// <summary>Moves the head; the last thing before the commit.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        if (await _work.RunAsync("UPDATE ledger_head SET size = $1, year = $2, root = $3 WHERE id = 1 AND size = $4", cancel, Size, Shard.Year, Edge.Root().ToArray(), _began) != 1)
        {
            throw new InvalidOperationException("Somebody else moved the head of the ledger meanwhile.");
        }
    }

    private void Add<T>(T entry)
        where T : IEntry
    {
        var pending = _work.Prepare(entry, new Subject("ledger", Shard.Year), []);
        _work.Insert(new LedgerEntry
        {
            Idx = Size,
            EventId = pending.EventId,
            Body = pending.Body,
            Kind = pending.Kind,
            SubjectKind = pending.SubjectKind,
            SubjectId = pending.SubjectId,
        });
        Grow([pending.Body]);
    }

    private void Keep()
    {
        foreach (var tile in _full)
        {
            _work.Insert(new LedgerTile { Year = Shard.Year, Level = tile.Level, N = tile.Index, Data = tile.Hashes.ToArray() });
        }
        _full.Clear();
    }
}

/// <summary>The locked head. <paramref name="Year"/> is 0 before the first tree.</summary>
internal sealed record Head(long Size, int Year, TreeHash Root);

/// <summary>The edge that is known to be committed.</summary>
internal sealed record Edge(int Year, TreeEdge Tree);
