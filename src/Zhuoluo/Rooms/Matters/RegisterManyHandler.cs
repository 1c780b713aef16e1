using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.RegisterMany;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// The bulk door: the same rows and entries as one by one, in one transaction per call; about a thousand a call is best. A caller that
/// keeps its own place in a file writes it in <c>also</c>, so that place and rows are one transaction.
/// </summary>
internal sealed class RegisterManyHandler(Writer writer, Offices offices, MatterLimits limits)
{
    public Task<Outcome<BatchDone>> HandleAsync(
        IReadOnlyList<BulkMatter> batch, Act act, CancellationToken cancel, Func<Work, BatchDone, Task>? also = null) =>
        writer.WriteAsync<BatchDone>(act, async work =>
        {
            if (Refuse(batch, act) is { } refusal)
            {
                return refusal;
            }
            var rows = new BatchRows(work, offices.Current, limits);
            var done = await rows.AddAsync(batch, cancel);
            await rows.InsertAsync(cancel);
            if (also is not null)
            {
                await also(work, done);
            }
            return done;
        }, cancel);

    private Refusal? Refuse(IReadOnlyList<BulkMatter> batch, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles))
        {
            return new NotPermitted();
        }
        var today = LocalDay.Of(act.At);
        for (var i = 0; i < batch.Count; i++)
        {
            if (BulkRules.Refuse(batch[i], offices.Current, today) is { } refusal)
            {
                return new BulkRefused(i, refusal);
            }
        }
        return null;
    }
}
