using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;

namespace Zhuoluo.Data;

/// <summary>
/// One change under way: the rows, and the entries that tell of them, in one transaction. Nothing is durable until the
/// task that <see cref="Writer.WriteAsync"/> returned has completed.
/// </summary>
internal sealed class Work(ZhuoluoContext db, Act act, Vault vault)
{
    public ZhuoluoContext Db => db;
    public Act Act => act;
    public Vault Vault => vault;

    /// <summary>Whether there is something for the sequencer.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>Adds one entry about <paramref name="subject"/>; it becomes durable with the rows or not at all.</summary>
    public void Record<T>(T entry, Subject subject)
        where T : IEntry => db.Add(Prepare(entry, subject, []));

    /// <summary>The same with commitments to what is not public; the openings are sealed under <paramref name="key"/>.</summary>
    public void Record<T>(T entry, Subject subject, SubjectKey key, IReadOnlyList<Opening> openings)
        where T : IEntry
    {
        var (pending, rows) = Prepare(entry, subject, key, openings);
        db.AddRange(rows);
        db.Add(pending);
    }

    /// <summary>The rows of an entry with openings, for bulk doors.</summary>
    public (PendingEntry Entry, IReadOnlyList<SealedOpening> Openings) Prepare<T>(T entry, Subject subject, SubjectKey key, IReadOnlyList<Opening> openings)
        where T : IEntry
    {
        var commitments = new List<byte[]>(openings.Count);
        var rows = new List<SealedOpening>(openings.Count);
        var eventId = act.Chance.Bytes(16);
        foreach (var opening in openings)
        {
            var salt = act.Chance.Bytes(Commitment.SaltLength);
            commitments.Add(Commitment.Compute(salt, opening.Class, opening.Data));
            rows.Add(new SealedOpening
            {
                EventId = eventId,
                Class = opening.Class,
                KeyId = key.Id,
                Sealed = vault.Seal(key, [.. salt, .. opening.Data], [.. eventId, .. System.Text.Encoding.ASCII.GetBytes(opening.Class)], act.Chance),
            });
        }
        return (Prepare(entry, subject, commitments, eventId), rows);
    }

    /// <summary>The row of an entry, for bulk doors that insert many at once with <see cref="InsertManyAsync"/>.</summary>
    public PendingEntry Prepare<T>(T entry, Subject subject, IReadOnlyList<byte[]> commitments, byte[]? eventId = null)
        where T : IEntry
    {
        eventId ??= act.Chance.Bytes(16);
        HasEntries = true;
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

    /// <summary>Many rows of one kind by prepared statement or COPY, in this same transaction; not tracked.</summary>
    public Task InsertManyAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class => BulkInsert.RunAsync(db, rows, cancel);

    /// <summary>The id that an earlier write with this key produced, or null if it is the first.</summary>
    /// <exception cref="OnceKeyReused">The key is bound to another request.</exception>
    public async Task<long?> DoneBeforeAsync(string key, CancellationToken cancel)
    {
        var hash = OnceHash.Of(key);
        var found = await db.Set<OnceKey>().Where(k => k.Hash == hash).Select(k => new { k.ResultId, k.Print }).FirstOrDefaultAsync(cancel);
        if (found?.Print is { } print && OnceHash.PrintOf(key) is { } asked && !print.AsSpan().SequenceEqual(asked))
        {
            throw new OnceKeyReused();
        }
        return found?.ResultId;
    }

    /// <summary>Remembers that the write with this key produced <paramref name="resultId"/>.</summary>
    public void RememberDone(string key, long resultId) =>
        db.Add(new OnceKey { Hash = OnceHash.Of(key), ResultId = resultId, At = act.At, Print = OnceHash.PrintOf(key) });
}
