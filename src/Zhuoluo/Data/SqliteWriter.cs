using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>
/// One writer, many waiting: whatever waits is committed together (group commit), each change in a savepoint of its own,
/// so that one refusal or fault takes nobody else's change along.
/// </summary>
internal sealed class SqliteWriter : Writer, IAsyncDisposable
{
    // More than this in one commit lengthens the wait of the first more than it helps the last.
    private const int LargestGroup = 256;

    private readonly Channel<IQueued> _queue = Channel.CreateUnbounded<IQueued>();
    private readonly DatabaseOptions _options;
    private readonly Vault _vault;
    private readonly Task _loop;
    private int _waiting;

    public SqliteWriter(DatabaseOptions options, Vault vault, LogState log)
        : base(log)
    {
        (_options, _vault) = (options, vault);
        _loop = Task.Run(LoopAsync);
    }

    public override int Waiting => Volatile.Read(ref _waiting);

    protected override Task<Outcome<T>> RunAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel)
    {
        var queued = new Queued<T>(act, job, cancel);
        Interlocked.Increment(ref _waiting);
        if (!_queue.Writer.TryWrite(queued))
        {
            throw new InvalidOperationException("The writer has stopped.");
        }
        return queued.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        await using var connection = new SqliteConnection(SqliteSetup.ConnectionString(_options));
        await using var db = SqliteSetup.WriteContext(connection);
        using var rows = new SqliteRows(connection, db);
        var group = new List<IQueued>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var next))
            {
                group.Add(next);
            }
            Interlocked.Add(ref _waiting, -group.Count);
            await CommitGroupAsync(connection, db, rows, group);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails belongs to the callers that wait for this group; the loop must live on.")]
    private async Task CommitGroupAsync(SqliteConnection connection, ZhuoluoContext db, SqliteRows rows, List<IQueued> group)
    {
        try
        {
            if (connection.State != System.Data.ConnectionState.Open)
            {
                await connection.OpenAsync();
                SqliteSetup.Prepare(connection);
            }
            rows.Run("BEGIN IMMEDIATE");
            foreach (var queued in group)
            {
                rows.Run("SAVEPOINT change");
                var keep = await queued.RunAsync(db, rows, _vault);
                // An error such as a full disk has rolled everything back already: then this throws and the whole group fails.
                if (!keep)
                {
                    rows.Run("ROLLBACK TO change");
                }
                rows.Run("RELEASE change");
            }
            // Durable when COMMIT returns: nothing was acknowledged before this line.
            rows.Run("COMMIT");
        }
        catch (Exception fault)
        {
            db.ChangeTracker.Clear();
            Abandon(connection, rows);
            foreach (var queued in group)
            {
                queued.Fail(fault);
            }
            return;
        }
        if (group.Exists(q => q.HasEntries))
        {
            RaiseCommitted();
        }
        foreach (var queued in group)
        {
            queued.Finish();
        }
    }

    // After a fault the state of the connection is unknown; the next group opens a fresh one.
    private static void Abandon(SqliteConnection connection, SqliteRows rows)
    {
        rows.Dispose();
        connection.Close();
        SqliteConnection.ClearPool(connection);
    }

    private interface IQueued
    {
        bool HasEntries { get; }
        Task<bool> RunAsync(ZhuoluoContext db, SqliteRows rows, Vault vault);
        void Finish();
        void Fail(Exception fault);
    }

    private sealed class Queued<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel) : IQueued
    {
        private readonly TaskCompletionSource<Outcome<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> _outcome;
        private Exception? _fault;
        private Work? _kept;

        public Task<Outcome<T>> Answer => _answer.Task;
        public bool HasEntries { get; private set; }

        [SuppressMessage("Design", "CA1031", Justification = "The fault is handed to the caller that waits.")]
        public async Task<bool> RunAsync(ZhuoluoContext db, SqliteRows rows, Vault vault)
        {
            var work = new Work(db, rows, act, vault);
            try
            {
                cancel.ThrowIfCancellationRequested();
                _outcome = await job(work);
                if (_outcome.IsRefused(out _, out _))
                {
                    return false;
                }
                if (work.UsesContext)
                {
                    await db.SaveChangesAsync(cancel);
                }
                HasEntries = work.HasEntries;
                _kept = work;
                return true;
            }
            catch (Exception fault)
            {
                _fault = fault;
                return false;
            }
            finally
            {
                if (work.UsesContext)
                {
                    db.ChangeTracker.Clear();
                }
            }
        }

        public void Finish()
        {
            if (_fault is null)
            {
                _kept?.Tell();
                _answer.SetResult(_outcome);
            }
            else
            {
                Fail(_fault);
            }
        }

        public void Fail(Exception fault)
        {
            if (fault is OperationCanceledException)
            {
                _answer.TrySetCanceled(cancel);
            }
            else
            {
                _answer.TrySetException(_fault ?? fault);
            }
        }
    }
}
