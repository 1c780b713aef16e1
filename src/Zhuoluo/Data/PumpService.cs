using System.Diagnostics.CodeAnalysis;

namespace Zhuoluo.Data;

/// <summary>Runs the pump after each commit of this node, and every quarter of a second for what other nodes wrote.</summary>
internal sealed partial class PumpService(Pump pump, Writer writer, ILogger<PumpService> log) : BackgroundService
{
    private static readonly TimeSpan _rest = TimeSpan.FromMilliseconds(250);

    // What is committed meanwhile goes into one turn.
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(20);
    private readonly Pace _pace = new(writer);
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>When the last turn failed and why; shown by /health.</summary>
    public string? LastFault { get; private set; }

    [SuppressMessage("Design", "CA1031", Justification = "A failed turn is shown by /health and tried again; entries stay pending and are not lost.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        writer.Committed += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await pump.DrainAsync(stoppingToken, _pace);
                LastFault = null;
                await Task.Delay(_gather, stoppingToken);
                await _signal.WaitAsync(_rest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LastFault = fault.GetType().Name;
                TurnFailed(log, fault);
                await Task.Delay(_rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        writer.Committed -= Wake;
    }

    public override void Dispose()
    {
        _signal.Dispose();
        base.Dispose();
    }

    private void Wake()
    {
        if (_signal.CurrentCount == 0)
        {
            try
            {
                _signal.Release();
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
