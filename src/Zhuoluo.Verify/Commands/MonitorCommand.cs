using System.CommandLine;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify monitor LOG --state FOLDER [--every SECONDS].</summary>
internal static class MonitorCommand
{
    public static Command Create(VerifyTool tool)
    {
        var log = VerifyTool.Log();
        var state = new Option<DirectoryInfo>("--state") { Description = "Folder in which the checkpoint seen last is kept, and evidence if there is any", Required = true };
        var every = new Option<int?>("--every") { Description = "Look again every so many seconds until something is wrong; else look once" };
        var command = new Command("monitor", "Watch a log: replay what is new since the last look and keep both notes when it forked") { log, state, every };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var source = job.Open(parsed.GetRequiredValue(log));
            var monitor = new Monitor(job, source, parsed.GetRequiredValue(state).FullName);
            if (parsed.GetValue(every) is not { } seconds)
            {
                return await monitor.LookAsync();
            }
            var verdict = Verdict.CouldNotTell;
            while (verdict != Verdict.Wrong && !cancel.IsCancellationRequested)
            {
                verdict = await monitor.LookAgainAsync();
                if (verdict != Verdict.Wrong)
                {
                    await Task.Delay(TimeSpan.FromSeconds(Math.Max(1, seconds)), cancel).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                }
            }
            return verdict;
        }, cancel));
        return command;
    }
}
