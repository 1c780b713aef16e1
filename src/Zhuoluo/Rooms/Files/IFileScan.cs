using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files;

/// <summary>A last look by another program before bytes are kept, such as a virus scanner. Null lets them through.</summary>
internal interface IFileScan
{
    Task<Refusal?> LookAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);
}
