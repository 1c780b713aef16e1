using Zhuoluo.Foundation;

namespace Zhuoluo.Data.Log;

/// <summary>
/// What this node knows of its ledger beside the database: whether it had to stop, and whether it lags. Once stopped it stays read-only until
/// somebody has looked and starts it anew (ledger.md section 8).
/// </summary>
internal sealed partial class LogState(ILogger<LogState> log)
{
    private TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _alarm;

    /// <summary>Why nothing is written any more; null while all is well. For operators: it names rows and sizes, never people.</summary>
    public string? Alarm => Volatile.Read(ref _alarm);

    /// <summary>Whether entries have waited so long that no more are taken for now.</summary>
    public bool IsBehind { get; set; }

    /// <summary>Why this node publishes nothing although all is well, e.g. that its key is not here.</summary>
    public string? Unpublished { get; set; }

    /// <summary>Completes at the next publication by this node.</summary>
    public Task NextPublication => Volatile.Read(ref _published).Task;

    public void Raise(string reason)
    {
        if (Interlocked.CompareExchange(ref _alarm, reason, null) is null)
        {
            Stopped(log, reason);
        }
    }

    public void Published() => Interlocked.Exchange(ref _published, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Why <paramref name="act"/> may not write now; null when it may.</summary>
    public Refusal? Refuses(Act act) =>
        Alarm is not null ? new LedgerStopped()
        : IsBehind && act.Through is (Door.Page or Door.Api) ? new LedgerBehind()
        : null;

    [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger stopped and nothing is written any more: {Reason}")]
    private static partial void Stopped(ILogger logger, string reason);
}

/// <summary>A check of the ledger failed: everything can be read, nothing is taken in.</summary>
internal sealed record LedgerStopped() : Refusal("ledger-stopped")
{
    public override RefusalKind Kind => RefusalKind.Unavailable;
}

/// <summary>More came in than could be put in its place; goes away by itself.</summary>
internal sealed record LedgerBehind() : Refusal("ledger-behind")
{
    public override RefusalKind Kind => RefusalKind.Unavailable;
}
