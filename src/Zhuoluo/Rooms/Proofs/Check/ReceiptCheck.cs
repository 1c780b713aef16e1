using System.Text.Json;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Rooms.Proofs.Check;

/// <summary>
/// Checks a receipt as its holder would (ledger.md section 4.5), then whether the ledger of today still contains what it had when the receipt
/// was made. Keeps nothing of the file.
/// </summary>
internal sealed class ReceiptCheck(PublishedLog log)
{
    private static readonly StepName[] _order = [StepName.File, StepName.Signature, StepName.Place, StepName.Words, StepName.Today];

    public async Task<CheckReport> OfAsync(ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        Receipt receipt;
        try
        {
            receipt = Receipt.Parse(file.Span);
        }
        catch (FormatException)
        {
            return new CheckReport(Failing(StepName.File, "not-a-receipt", hasOpenings: false));
        }
        return await OfAsync(receipt, cancel);
    }

    public async Task<CheckReport> OfAsync(Receipt receipt, CancellationToken cancel)
    {
        var shards = await log.AllAsync(cancel);
        var shard = OriginOf(receipt) is { } origin ? shards.FirstOrDefault(s => s.Origin == origin) : null;
        var policy = shard is null ? new TrustPolicy() : await log.PolicyAsync(shard, cancel);
        var verdict = receipt.Verify(policy);
        var hasOpenings = receipt.Extra is { Openings.Count: > 0 };
        var report = new CheckReport([]) { Receipt = receipt, Checkpoint = verdict.Checkpoint.Checkpoint, Signers = verdict.Checkpoint.Signers, Entry = verdict.Entry };
        if (FaultOf(verdict) is var (step, fault))
        {
            return report with { Steps = Failing(step, fault, hasOpenings) };
        }
        var (today, size) = await TodayAsync(receipt, shard!, policy, cancel);
        return report with { Steps = [.. Before(StepName.Today, hasOpenings), today], Today = size };
    }

    private static string? OriginOf(Receipt receipt) => receipt.Proof.Checkpoint.Text.Split('\n')[0] is { Length: > 0 } origin ? origin : null;

    private static (StepName, string)? FaultOf(ReceiptVerdict verdict) => verdict.Fault switch
    {
        ReceiptFault.None => null,
        ReceiptFault.Checkpoint => (StepName.Signature, JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.Checkpoint.Fault.ToString())),
        ReceiptFault.Index => (StepName.Place, "beyond-tree"),
        ReceiptFault.NoEntry => (StepName.Place, "no-entry"),
        ReceiptFault.Inclusion => (StepName.Place, "not-included"),
        ReceiptFault.Entry => (StepName.Words, "unreadable-entry"),
        _ => (StepName.Words, "wrong-opening"),
    };

    private async Task<(CheckStep, long?)> TodayAsync(Receipt receipt, Shard shard, TrustPolicy policy, CancellationToken cancel)
    {
        try
        {
            if (await log.CheckpointAsync(shard, cancel) is not { } newest || policy.Check(newest) is not { } verdict)
            {
                return (new CheckStep(StepName.Today, StepState.Undone, "log-away"), null);
            }
            if (!verdict.IsTrusted)
            {
                return (new CheckStep(StepName.Today, StepState.Failed, "log-wrong"), null);
            }
            var (then, now) = (Checkpoint.Parse(receipt.Proof.Checkpoint.Text).Size, verdict.Checkpoint.Size);
            if (now < then)
            {
                return (new CheckStep(StepName.Today, StepState.Failed, "log-shorter"), now);
            }
            TreeHash[] path = now == then ? [] : await new TreeReader(log.Source(shard), now).ConsistencyAsync(then, cancel);
            return (receipt.IsKeptBy(verdict.Checkpoint, path) ? new CheckStep(StepName.Today, StepState.Passed) : new CheckStep(StepName.Today, StepState.Failed, "log-changed"), now);
        }
        catch (Exception fault) when (fault is IOException or LedgerStopException)
        {
            return (new CheckStep(StepName.Today, StepState.Undone, "log-away"), null);
        }
    }

    private static CheckStep[] Failing(StepName at, string fault, bool hasOpenings) =>
    [
        .. Before(at, hasOpenings),
        new CheckStep(at, StepState.Failed, fault),
        .. Shown(hasOpenings).Where(s => s > at).Select(s => new CheckStep(s, StepState.Undone)),
    ];

    private static IEnumerable<CheckStep> Before(StepName at, bool hasOpenings) =>
        Shown(hasOpenings).Where(s => s < at).Select(s => new CheckStep(s, StepState.Passed));

    // Without openings there is nothing to compare.
    private static IEnumerable<StepName> Shown(bool hasOpenings) => _order.Where(s => hasOpenings || s != StepName.Words);
}
