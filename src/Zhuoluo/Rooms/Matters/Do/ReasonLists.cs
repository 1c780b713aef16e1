using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Matters.Detail;

namespace Zhuoluo.Rooms.Matters.Do;

internal static class ReasonLists
{
    public static IEnumerable<string> Codes(string list) => (list switch
    {
        ReasonKeys.Transfer => CodeList.Transfer,
        ReasonKeys.Grounds => CodeList.Grounds,
        _ => CodeList.Decline,
    }).Items.Select(i => i.Code);
}
