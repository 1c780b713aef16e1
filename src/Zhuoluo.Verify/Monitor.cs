using System.Security.Cryptography;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Verify.Commands;

namespace Zhuoluo.Verify;

/// <summary>
/// Watches one log (ledger.md section 11, layer 4). Remembers the checkpoint seen last, whose tree it has replayed from its entries; a new one is
/// remembered only after what is new was replayed too. When two signed checkpoints contradict each other, both are kept: with them anybody
/// can prove it.
/// </summary>
internal sealed class Monitor(Job job, ITileSource source, string folder)
{
    private readonly string _last = Path.Combine(folder, "checkpoint");

    /// <summary>The same, but a moment in which the log cannot be read does not end the watch.</summary>
    public async Task<Verdict> LookAgainAsync()
    {
        try
        {
            return await LookAsync();
        }
        catch (IOException fault)
        {
            job.Report.Say("fault.unreadable", fault.Message);
            return Verdict.CouldNotTell;
        }
        catch (OperationCanceledException)
        {
            return Verdict.CouldNotTell;
        }
    }

    public async Task<Verdict> LookAsync()
    {
        var verdict = Verdict.Verified;
        if (await job.HeadAsync(source, v => verdict = v) is not var (note, head))
        {
            return verdict;
        }
        if (!File.Exists(_last))
        {
            verdict = await FullCommand.ReplayAsync(job, new LogCheck(source), [new TreeHead(head.Size, head.Root)]);
            return await KeepAsync(verdict, note, "monitor.first", head.Size, folder);
        }
        var seenNote = SignedNote.Parse(await File.ReadAllBytesAsync(_last, job.Cancel));
        var seen = Checkpoint.Parse(seenNote.Text);
        if (seen.Origin != head.Origin)
        {
            job.Report.Say("monitor.other", folder, seen.Origin);
            return Verdict.CouldNotTell;
        }
        if (head.Size < seen.Size)
        {
            job.Report.Say("monitor.smaller", seen.Size, head.Size);
            return Verdict.CouldNotTell;
        }
        if (head.Size == seen.Size)
        {
            return head.Root == seen.Root
                ? await KeepAsync(Verdict.Verified, note, "monitor.same", head.Size)
                : await AccuseAsync(seenNote, note, "monitor.fork");
        }
        return await FollowAsync(seenNote, seen, note, head);
    }

    private async Task<Verdict> FollowAsync(SignedNote seenNote, Checkpoint seen, SignedNote note, Checkpoint head)
    {
        var tree = new TreeReader(source, head.Size);
        if (!ConsistencyProof.Verify(seen.Size, head.Size, await tree.ConsistencyAsync(seen.Size, job.Cancel), seen.Root, head.Root))
        {
            // Tiles that lead to the new root and not to the old one prove a fork; tiles that lead to neither are only broken.
            var leads = await tree.RootAsync(head.Size, job.Cancel) == head.Root;
            return await AccuseAsync(seenNote, note, leads ? "monitor.fork" : "monitor.broken");
        }
        // The bundle in which the tree seen last ended is read again; both roots are compared on the way.
        var start = seen.Size - (seen.Size % Tile.Width);
        var edge = await tree.EdgeAsync(start, await tree.RootAsync(start, job.Cancel), job.Cancel);
        var verdict = await FullCommand.ReplayAsync(job, new LogCheck(source, edge), [new TreeHead(seen.Size, seen.Root), new TreeHead(head.Size, head.Root)]);
        return await KeepAsync(verdict, note, "monitor.grown", head.Size - seen.Size, head.Size);
    }

    private async Task<Verdict> KeepAsync(Verdict verdict, SignedNote note, string key, params object?[] values)
    {
        if (verdict == Verdict.Verified)
        {
            await DurableFiles.ReplaceAsync(_last, note.ToBytes(), job.Cancel);
            job.Report.Say(key, values);
        }
        return verdict;
    }

    // Named by what they say, so that looking again keeps nothing twice and a second fork does not hide the first.
    private async Task<Verdict> AccuseAsync(SignedNote seen, SignedNote now, string key)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData([.. seen.ToBytes(), .. now.ToBytes()]).AsSpan(0, 8));
        var evidence = Path.Combine(folder, "evidence-" + name);
        await DurableFiles.ReplaceAsync(Path.Combine(evidence, "seen.checkpoint"), seen.ToBytes(), job.Cancel);
        await DurableFiles.ReplaceAsync(Path.Combine(evidence, "now.checkpoint"), now.ToBytes(), job.Cancel);
        job.Report.Say(key, evidence);
        return Verdict.Wrong;
    }
}
