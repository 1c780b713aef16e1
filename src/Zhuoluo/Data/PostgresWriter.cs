using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>One transaction per change, several at once; the server's own group commit joins their flushes. A collision with another node runs the job again.</summary>
internal sealed class PostgresWriter(DbContextOptions<ZhuoluoContext> options, Vault vault, LogState log) : Writer(log), IDisposable
{
    private const int MostAtOnce = 16;
    private const int MostTries = 5;

    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private int _waiting;

    public override int Waiting => Volatile.Read(ref _waiting);

    protected override async Task<Outcome<T>> RunAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _places.WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await OnceAsync(act, job, cancel);
                }
                catch (Exception fault) when (attempt < MostTries && IsCollision(fault))
                {
                    // Another node changed the same rows first: load again and decide again.
                }
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Outcome<T>> OnceAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel)
    {
        await using var db = new ZhuoluoContext(options);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = db.Waiting = new PostgresRows(db);
        var work = new Work(db, rows, act, vault);
        var outcome = await job(work);
        if (outcome.IsRefused(out _, out _))
        {
            return outcome;
        }
        await rows.SendAsync(cancel);
        if (work.UsesContext)
        {
            await db.SaveChangesAsync(cancel);
        }
        // Durable when this returns: the server runs with synchronous_commit=on.
        await transaction.CommitAsync(cancel);
        if (work.HasEntries)
        {
            RaiseCommitted();
        }
        work.Tell();
        return outcome;
    }

    private static bool IsCollision(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || (fault as PostgresException ?? fault.InnerException as PostgresException) is
        { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation };
}
