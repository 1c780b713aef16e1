using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>Partial tiles that are computed from entries and full tiles.</summary>
public sealed class MemoryLogTests : TileSourceContract
{
    protected override Task<ITileSource> HoldAsync(IReadOnlyList<byte[]> entries, SignedNote? checkpoint)
    {
        var log = MemoryLog.Of(entries);
        log.Checkpoint = checkpoint?.ToBytes();
        return Task.FromResult<ITileSource>(log);
    }
}
