using System.CommandLine;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify full LOG.</summary>
internal static class FullCommand
{
    private const int MostShown = 20;

    public static Command Create(VerifyTool tool)
    {
        var log = VerifyTool.Log();
        var command = new Command("full", "Replay every entry and every tile, and compare with the signed root") { log };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var verdict = Verdict.Verified;
            var source = job.Open(parsed.GetRequiredValue(log));
            if (await job.HeadAsync(source, v => verdict = v) is not var (_, head))
            {
                return verdict;
            }
            verdict = await ReplayAsync(job, new LogCheck(source), [new TreeHead(head.Size, head.Root)]);
            if (verdict == Verdict.Verified)
            {
                job.Report.Say("full.right", head.Size);
            }
            return verdict;
        }, cancel));
        return command;
    }

    /// <summary>Names every place that differs. When things are only missing, it cannot be told whether they are wrong.</summary>
    public static async Task<Verdict> ReplayAsync(Job job, LogCheck check, IReadOnlyList<TreeHead> heads)
    {
        var (found, verdict) = (0, Verdict.Verified);
        await foreach (var difference in check.RunAsync(heads, job.Cancel))
        {
            if (++found <= MostShown)
            {
                job.Report.Say($"difference.{difference.Kind}", difference.Tile?.ToString(), difference.Row, difference.FirstEntry, difference.LastEntry);
            }
            var isMissing = difference.Kind is DifferenceKind.MissingTile or DifferenceKind.MissingBundle;
            verdict = isMissing && verdict != Verdict.Wrong ? Verdict.CouldNotTell : Verdict.Wrong;
        }
        if (found > MostShown)
        {
            job.Report.Say("difference.more", found - MostShown);
        }
        return verdict;
    }
}
