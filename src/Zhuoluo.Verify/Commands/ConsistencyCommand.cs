using System.CommandLine;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify consistency LOG --old FILE.</summary>
internal static class ConsistencyCommand
{
    public static Command Create(VerifyTool tool)
    {
        var log = VerifyTool.Log();
        var old = new Option<FileInfo>("--old") { Description = "A checkpoint or a receipt kept from before", Required = true };
        var command = new Command("consistency", "Whether the log of today still has everything that an older checkpoint had") { log, old };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var verdict = Verdict.Verified;
            var bytes = await File.ReadAllBytesAsync(parsed.GetRequiredValue(old).FullName, cancel);
            var note = bytes.AsSpan().StartsWith("c2sp.org/tlog-proof"u8) ? TlogProof.Parse(bytes).Checkpoint : SignedNote.Parse(bytes);
            if (job.Trusted(note, v => verdict = v) is not { } before)
            {
                return verdict;
            }
            var source = job.Open(parsed.GetRequiredValue(log));
            return await job.HeadAsync(source, v => verdict = v) is var (_, head) ? await CompareAsync(job, source, before, head) : verdict;
        }, cancel));
        return command;
    }

    /// <summary>Whether the later tree continues the earlier one.</summary>
    public static async Task<Verdict> CompareAsync(Job job, ITileSource source, Checkpoint before, Checkpoint head)
    {
        if (before.Origin != head.Origin)
        {
            job.Report.Say("consistency.origin", before.Origin, head.Origin);
            return Verdict.CouldNotTell;
        }
        if (before.Size > head.Size)
        {
            job.Report.Say("consistency.smaller", before.Size, head.Size);
            return Verdict.CouldNotTell;
        }
        var path = await new TreeReader(source, head.Size).ConsistencyAsync(before.Size, job.Cancel);
        var isKept = ConsistencyProof.Verify(before.Size, head.Size, path, before.Root, head.Root);
        job.Report.Say(isKept ? "consistency.right" : "consistency.wrong", before.Size, head.Size);
        return isKept ? Verdict.Verified : Verdict.Wrong;
    }
}
