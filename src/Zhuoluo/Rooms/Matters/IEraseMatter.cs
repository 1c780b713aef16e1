using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Removes what a slice keeps about a matter outside the tables that hold its id: files on disk, queued mail. Called once, in the change
/// that erases it; what cannot be undone belongs after the change.
/// </summary>
internal interface IEraseMatter
{
    Task EraseAsync(Work work, long matterId, CancellationToken cancel);
}
