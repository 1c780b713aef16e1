using System.CommandLine;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify inclusion LOG INDEX [--entry FILE].</summary>
internal static class InclusionCommand
{
    public static Command Create(VerifyTool tool)
    {
        var log = VerifyTool.Log();
        var index = new Argument<long>("index") { Description = "Place of the entry, from 0" };
        var entry = new Option<FileInfo?>("--entry") { Description = "A file with the bytes that should stand there; else those of the log are taken and shown" };
        var command = new Command("inclusion", "Whether an entry stands at its place in the signed tree") { log, index, entry };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var verdict = Verdict.Verified;
            var (source, at) = (job.Open(parsed.GetRequiredValue(log)), parsed.GetValue(index));
            if (await job.HeadAsync(source, v => verdict = v) is not var (_, head))
            {
                return verdict;
            }
            if (at < 0 || at >= head.Size)
            {
                job.Report.Say("inclusion.beyond", head.Size);
                return Verdict.CouldNotTell;
            }
            var tree = new TreeReader(source, head.Size);
            var bytes = parsed.GetValue(entry) is { } file ? await File.ReadAllBytesAsync(file.FullName, cancel) : await tree.EntryAsync(at, cancel);
            job.Report.Say("inclusion.entry", at, Report.Show(bytes.Span));
            var isIn = InclusionProof.Verify(at, head.Size, TreeHash.Leaf(bytes.Span), await tree.InclusionAsync(at, cancel), head.Root);
            job.Report.Say(isIn ? "inclusion.right" : "inclusion.wrong", at);
            return isIn ? Verdict.Verified : Verdict.Wrong;
        }, cancel));
        return command;
    }
}
