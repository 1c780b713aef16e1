using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Moving;

/// <summary>A whole house moved in here; its own ledger, where it brought one, stands before this entry.</summary>
internal sealed record HouseMovedInV1(ExportContent Content, int Tables, long Rows) : IEntry
{
    public static string Kind => "house.moved-in";
    public static int Version => 1;
}
