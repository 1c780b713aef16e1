using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files.Scanning;

namespace Zhuoluo.Rooms.Files.Sweeping;

/// <summary>Sweeps the store once an hour; idempotent, so several nodes may.</summary>
internal sealed partial class SweepJob(FileSweep sweep, Quarantine quarantine, ActFactory acts, TimeProvider time, ILogger<SweepJob> log)
    : RegularJob(TimeSpan.FromHours(1), time, log)
{
    protected override async Task TurnAsync(CancellationToken cancel)
    {
        quarantine.Sweep(acts.Now);
        var gone = await sweep.RunAsync(acts.Now, cancel);
        if (gone > 0)
        {
            Swept(Log!, gone);
        }
    }

    protected override bool Passes(Exception fault) => fault is IOException or HttpRequestException || base.Passes(fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that no row names were taken away")]
    private static partial void Swept(ILogger log, int count);
}
