using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;

namespace Zhuoluo.Data;

/// <summary>
/// One change under way: the rows, and the entries that tell of them, in one transaction. Nothing is durable until the
/// task that <see cref="Writer.WriteAsync"/> returned has completed.
/// </summary>
internal sealed class Work(ZhuoluoContext db, Rows rows, Act act, Vault vault)
{
    public ZhuoluoContext Db
    {
        get
        {
            UsesContext = true;
            return db;
        }
    }

    public Act Act => act;
    public Vault Vault => vault;

    /// <summary>Whether there is something for the sequencer.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>Whether the context was asked for: only then can it hold something to save.</summary>
    public bool UsesContext { get; private set; }

    private List<Trace>? _traces;

    /// <summary>Tells who waits which entries were written. Called by the writer after the commit and not before.</summary>
    public void Tell()
    {
        if (_traces is not null)
        {
            act.Trail!.Note(_traces);
        }
    }

    /// <summary>Adds one entry about <paramref name="subject"/>; it becomes durable with the rows or not at all.</summary>
    public void Record<T>(T entry, Subject subject)
        where T : IEntry => rows.Insert(Prepare(entry, subject, []));

    /// <summary>The same with commitments to what is not public; the openings are sealed under <paramref name="key"/>.</summary>
    public void Record<T>(T entry, Subject subject, SubjectKey key, IReadOnlyList<Opening> openings)
        where T : IEntry
    {
        var (pending, openingRows) = Prepare(entry, subject, key, openings);
        foreach (var opening in openingRows)
        {
            rows.Insert(opening);
        }
        rows.Insert(pending);
    }

    /// <summary>The rows of an entry with openings, for bulk doors.</summary>
    public (PendingEntry Entry, IReadOnlyList<SealedOpening> Openings) Prepare<T>(T entry, Subject subject, SubjectKey key, IReadOnlyList<Opening> openings)
        where T : IEntry
    {
        var commitments = new List<byte[]>(openings.Count);
        var openingRows = new List<SealedOpening>(openings.Count);
        var eventId = act.Chance.Bytes(16);
        foreach (var opening in openings)
        {
            var salt = act.Chance.Bytes(Commitment.SaltLength);
            commitments.Add(Commitment.Compute(salt, opening.Class, opening.Data));
            openingRows.Add(new SealedOpening
            {
                EventId = eventId,
                Class = opening.Class,
                KeyId = key.Id,
                Sealed = vault.Seal(key, [.. salt, .. opening.Data], [.. eventId, .. System.Text.Encoding.ASCII.GetBytes(opening.Class)], act.Chance),
            });
        }
        return (Prepare(entry, subject, commitments, eventId), openingRows);
    }

    /// <summary>The row of an entry, for bulk doors that insert many at once with <see cref="InsertManyAsync"/>.</summary>
    public PendingEntry Prepare<T>(T entry, Subject subject, IReadOnlyList<byte[]> commitments, byte[]? eventId = null)
        where T : IEntry
    {
        eventId ??= act.Chance.Bytes(16);
        HasEntries = true;
        if (act.Trail is not null && (_traces ??= []).Count < Trail.Most)
        {
            _traces.Add(new Trace(eventId, T.Kind));
        }
        return new PendingEntry
        {
            Id = act.NewId(),
            EventId = eventId,
            Body = EntryBody.Write(entry, act, eventId, commitments),
            Kind = T.Kind,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
        };
    }

    /// <summary>One row past the change tracker: for rows that this change makes and does not touch again.</summary>
    public void Insert<T>(T row)
        where T : class => rows.Insert(row);

    /// <summary>Many rows of one kind by prepared statement or COPY, in this same transaction; not tracked.</summary>
    public async Task InsertManyAsync<T>(IReadOnlyCollection<T> many, CancellationToken cancel)
        where T : class
    {
        if (rows is PostgresRows)
        {
            await BulkInsert.RunAsync(db, many, cancel);
            return;
        }
        foreach (var row in many)
        {
            cancel.ThrowIfCancellationRequested();
            rows.Insert(row);
        }
    }

    /// <summary>The number that a statement of constants answers, with values for $1, $2...; null when there is no row.</summary>
    public ValueTask<long?> AskAsync(string sql, CancellationToken cancel, params object[] values) => rows.AskAsync(sql, values, cancel);

    /// <summary>The rows that a statement of constants answers, also one that changes and RETURNs.</summary>
    public ValueTask<List<T>> ReadAsync<T>(string sql, Func<IColumns, T> read, CancellationToken cancel, params object[] values) => rows.ReadAsync(sql, read, values, cancel);

    /// <summary>How many rows a statement of constants changed.</summary>
    public ValueTask<int> RunAsync(string sql, CancellationToken cancel, params object[] values) => rows.RunAsync(sql, values, cancel);

    /// <summary>The id that an earlier write with this key produced, or null if it is the first.</summary>
    /// <exception cref="OnceKeyReused">The key is bound to another request.</exception>
    public async Task<long?> DoneBeforeAsync(string key, CancellationToken cancel)
    {
        var hash = OnceHash.Of(key);
        if (await AskAsync("SELECT result_id FROM once_key WHERE hash = $1", cancel, hash) is not { } earlier)
        {
            return null;
        }
        var print = await Db.Set<OnceKey>().Where(k => k.Hash == hash).Select(k => k.Print).FirstOrDefaultAsync(cancel);
        if (print is not null && OnceHash.PrintOf(key) is { } asked && !print.AsSpan().SequenceEqual(asked))
        {
            throw new OnceKeyReused();
        }
        return earlier;
    }

    /// <summary>Remembers that the write with this key produced <paramref name="resultId"/>.</summary>
    public void RememberDone(string key, long resultId) =>
        rows.Insert(new OnceKey { Hash = OnceHash.Of(key), ResultId = resultId, At = act.At, Print = OnceHash.PrintOf(key) });
}
