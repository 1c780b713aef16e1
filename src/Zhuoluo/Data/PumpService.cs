using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Zhuoluo.Data.Log;

namespace Zhuoluo.Data;

/// <summary>
/// Sequences and publishes after each commit of this node, and for what other nodes wrote within a quarter of a second, in which it looks whether
/// anything waits. Followers read beside it at their own pace, so that nobody waits for a receipt because a tally is behind.
/// </summary>
internal sealed partial class PumpService(Pump pump, PumpLook look, LogStart start, Writer writer, LogState state, ILogger<PumpService> log) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(250);

    // Every five seconds there is a turn whatever the look said.
    private const int MostLooks = 20;

    // What is committed meanwhile goes into one turn.
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(10);

    // ledger.md section 7: oldest entry and number of entries from which on no more are taken.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);
    private const int MostPending = 20_000;

    private readonly Pace _pace = new(writer);
    private readonly string?[] _faults = new string?[2];
    private readonly SemaphoreSlim _written = new(0, 1);
    private readonly SemaphoreSlim _sequenced = new(0, 1);
    private long _empty = Stopwatch.GetTimestamp();

    /// <summary>When the last turn failed and why; shown by /health.</summary>
    public string? LastFault => _faults[0] ?? _faults[1];

    /// <summary>The server answers only after the ledger was compared.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await start.CheckAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        writer.Committed += WakeWritten;
        await Task.WhenAll(
            LoopAsync(0, SequenceAsync, look.IsUnpublishedAsync, _written, stoppingToken),
            LoopAsync(1, cancel => pump.FollowAsync(_pace, cancel), look.IsBehindAsync, _sequenced, stoppingToken),
            WatchAsync(stoppingToken));
        writer.Committed -= WakeWritten;
    }

    public override void Dispose()
    {
        _written.Dispose();
        _sequenced.Dispose();
        base.Dispose();
    }

    private async Task SequenceAsync(CancellationToken cancel)
    {
        var hasMoved = await pump.SequenceAsync(cancel) || await pump.PublishAsync(cancel) > 0;
        _empty = Stopwatch.GetTimestamp();
        if (hasMoved)
        {
            Wake(_sequenced);
        }
    }

    // The loop above does not come to an end while more comes in than it can take: only then is anybody turned away.
    private async Task WatchAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            state.IsBehind = Stopwatch.GetElapsedTime(_empty) > _longest && await HasMostAsync(stopping);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nothing is known, so nobody is turned away; the loop of the sequencer shows the fault.")]
    private async Task<bool> HasMostAsync(CancellationToken cancel)
    {
        try
        {
            return await pump.HasPendingAsync(MostPending, cancel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A failed turn is shown by /health and tried again; entries stay pending and are not lost.")]
    private async Task LoopAsync(int number, Func<CancellationToken, Task> turn, Func<CancellationToken, Task<bool>> asks, SemaphoreSlim signal, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await turn(stopping);
                _faults[number] = null;
                await Task.Delay(_gather, stopping);
                for (var looks = 0; looks < MostLooks && !await signal.WaitAsync(_rest, stopping) && !await asks(stopping); looks++)
                {
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _faults[number] = fault.GetType().Name;
                TurnFailed(log, fault);
                await Task.Delay(_rest, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void WakeWritten() => Wake(_written);

    private static void Wake(SemaphoreSlim signal)
    {
        if (signal.CurrentCount == 0)
        {
            try
            {
                signal.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two commits at once: one wake-up is enough for both.
            }
            catch (ObjectDisposedException)
            {
                // Stopping: what is pending is sequenced at the next start.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the ledger pump failed and will be tried again")]
    private static partial void TurnFailed(ILogger log, Exception fault);
}
