using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Scanning;

/// <summary>No checking program is set up: files are only taken apart and put together again.</summary>
internal sealed class NoScan : IFileScan
{
    public Task<Refusal?> LookAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => Task.FromResult<Refusal?>(null);
}
