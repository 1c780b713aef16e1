using System.Diagnostics;

namespace Zhuoluo.Bench;

/// <summary>The best of several runs in one process: what the work itself takes, without the first run's compiling.</summary>
internal static class Best
{
    private const int Tries = 5;
    private const int EnoughMilliseconds = 500;

    /// <summary>Milliseconds.</summary>
    public static async Task<double> OfAsync(Func<Task> run)
    {
        var best = double.MaxValue;
        var all = Stopwatch.StartNew();
        for (var i = 0; i < Tries || all.ElapsedMilliseconds < EnoughMilliseconds; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }

    public static double Of(Action run) => OfAsync(() =>
    {
        run();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();
}
