using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>
/// A matter came in. Of a confidential one the kind is left out and the place is the county: kind, town and minute together
/// could tell in a small office who it was (ledger.md section 10).
/// </summary>
internal sealed record MatterRegisteredV1(MatterKind? MatterKind, Channel Channel, Code Town, int Year) : IEntry
{
    public static string Kind => "matter.registered";
    public static int Version => 1;
}
