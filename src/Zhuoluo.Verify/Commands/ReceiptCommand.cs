using System.CommandLine;
using Zhuoluo.Ledger.Receipts;

namespace Zhuoluo.Verify.Commands;

/// <summary>zhuoluo-verify receipt FILE [--log LOG] [--entry FILE].</summary>
internal static class ReceiptCommand
{
    public static Command Create(VerifyTool tool)
    {
        var file = new Argument<FileInfo>("file") { Description = "The receipt, a file that ends in .tlog-proof" };
        var log = new Option<string?>("--log") { Description = "Also ask whether the log of today still has it: its web address or folder" };
        var entry = new Option<FileInfo?>("--entry") { Description = "The bytes of the entry, when the receipt does not carry them" };
        var command = new Command("receipt", "What a receipt proves; needs no network") { file, log, entry };
        command.SetAction((parsed, cancel) => tool.RunAsync(parsed, async job =>
        {
            var verdict = Verdict.Verified;
            var receipt = Receipt.Parse(await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, cancel));
            if (job.Trusted(receipt.Proof.Checkpoint, v => verdict = v) is not { } then)
            {
                return verdict;
            }
            // A null array would become an entry without bytes.
            var bytes = parsed.GetValue(entry) is { } given ? await File.ReadAllBytesAsync(given.FullName, cancel) : default(ReadOnlyMemory<byte>?);
            var said = receipt.Verify(job.Policy, bytes);
            if (!said.IsProved)
            {
                job.Report.Say($"receipt.{said.Fault}", receipt.Proof.Index, then.Size);
                return said.Fault == ReceiptFault.NoEntry ? Verdict.CouldNotTell : Verdict.Wrong;
            }
            Tell(job, receipt, said, bytes);
            if (parsed.GetValue(log) is not { } address)
            {
                job.Report.Say("receipt.offline");
                return Verdict.Verified;
            }
            var source = job.Open(address);
            return await job.HeadAsync(source, v => verdict = v) is var (_, head) ? await ConsistencyCommand.CompareAsync(job, source, then, head) : verdict;
        }, cancel));
        return command;
    }

    private static void Tell(Job job, Receipt receipt, ReceiptVerdict said, ReadOnlyMemory<byte>? given)
    {
        job.Report.Say("receipt.right", receipt.Proof.Index);
        if (said.Entry is { } entry)
        {
            job.Report.Say("receipt.entry", entry.Kind, entry.At, entry.By, entry.Public);
        }
        else
        {
            job.Report.Say("receipt.bytes", Report.Show((receipt.Extra?.Entry ?? given ?? default).Span));
        }
        foreach (var opening in receipt.Extra?.Openings ?? [])
        {
            job.Report.Say("receipt.opening", opening.Type, Report.Show(opening.Data.Span));
        }
        job.Report.Say("receipt.limits");
    }
}
