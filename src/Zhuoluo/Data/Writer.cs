using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>
/// The one way to write. The task completes after the change is durable on disk (SQLite: synchronous=FULL; PostgreSQL:
/// synchronous_commit=on), or with a refusal, of which nothing was written, or with the fault, likewise.
/// </summary>
internal abstract class Writer(LogState log)
{
    private long _asked;

    /// <summary>Runs <paramref name="job"/> in a transaction. It may run again after a collision with another node, so it must have no effect outside of <see cref="Work"/>.</summary>
    public Task<Outcome<T>> WriteAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel)
    {
        if (log.Refuses(act) is { } refusal)
        {
            return Task.FromResult<Outcome<T>>(refusal);
        }
        if (act.Through != Door.Job)
        {
            Interlocked.Increment(ref _asked);
        }
        return RunAsync(act, job, cancel);
    }

    /// <summary>How many changes wait to be written; shown by /health.</summary>
    public abstract int Waiting { get; }

    /// <summary>How many changes people and programs have asked for; those of jobs are not counted.</summary>
    public long Asked => Volatile.Read(ref _asked);

    /// <summary>Raised after each commit, so that the sequencer need not poll.</summary>
    public event Action? Committed;

    protected abstract Task<Outcome<T>> RunAsync<T>(Act act, Func<Work, Task<Outcome<T>>> job, CancellationToken cancel);

    protected void RaiseCommitted() => Committed?.Invoke();
}
