using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The bulk door: matters that an office already had, with their state and what came of them.</summary>
internal interface IMatterBulk
{
    /// <summary>One transaction of its own; the ids in the order given, or a refusal and nothing.</summary>
    Task<Outcome<IReadOnlyList<long>>> HandleAsync(IReadOnlyList<BulkMatter> batch, Act act, CancellationToken cancel);

    /// <summary>Inside a change that holds more than this, such as the digests that make an import happen once.</summary>
    Task<Outcome<IReadOnlyList<long>>> InsertAsync(Work work, IReadOnlyList<BulkMatter> batch, CancellationToken cancel);
}
