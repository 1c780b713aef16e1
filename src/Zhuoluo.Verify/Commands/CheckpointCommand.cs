using System.CommandLine;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify checkpoint LOG.</summary>
internal static class CheckpointCommand
{
    public static Command Create(VerifyTool tool)
    {
        var log = VerifyTool.Log();
        var command = new Command("checkpoint", "Who signed the newest checkpoint, and for how many entries") { log };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var verdict = Verdict.Verified;
            await job.HeadAsync(job.Open(parsed.GetRequiredValue(log)), v => verdict = v);
            return verdict;
        }, cancel));
        return command;
    }
}
