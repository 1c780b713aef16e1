using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>
/// Many matters at once from an old ledger: one transaction per call, so a batch is there whole or not at all. Cost: about ten prepared
/// inserts a matter. None is public until an editor has checked its text.
/// </summary>
internal sealed class RegisterManyHandler(Writer writer, BulkIntake intake) : IMatterBulk
{
    /// <inheritdoc />
    public Task<Outcome<IReadOnlyList<long>>> HandleAsync(IReadOnlyList<BulkMatter> batch, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => InsertAsync(work, batch, cancel), cancel);

    /// <inheritdoc />
    public async Task<Outcome<IReadOnlyList<long>>> InsertAsync(Work work, IReadOnlyList<BulkMatter> batch, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ImportFiles))
        {
            return new NotPermitted();
        }
        if (intake.Decide(batch, work.Act).IsRefused(out var refusal, out var checkedBatch))
        {
            return refusal;
        }
        var serials = new Dictionary<int, long>();
        foreach (var year in checkedBatch.GroupBy(m => m.OpenedOn.Year))
        {
            serials[year.Key] = await MatterNumbers.TakeAsync(work, year.Key, year.Count(), cancel);
        }
        var rows = new BulkRows();
        foreach (var one in checkedBatch)
        {
            intake.Add(rows, one, MatterNumbers.Write(one.OpenedOn.Year, serials[one.OpenedOn.Year]++), work);
        }
        await rows.InsertAsync(work, cancel);
        return rows.Matters.ConvertAll(m => m.Id);
    }
}
