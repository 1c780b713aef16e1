using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>What of the to-do list stands in somebody's daily mail: how many decisions, steps and projects wait. Matters have notices of their own.</summary>
internal static class ToDoDigest
{
    public static async Task<IReadOnlyList<ToDoPart>> ReadAsync(IEnumerable<IToDo> rooms, ZhuoluoContext db, NoticeChoice choice, ToDoAsk ask, CancellationToken cancel)
    {
        if (choice.WayOf(NoticeKind.ToDo) != NoticeWay.MailDaily)
        {
            return [];
        }
        var parts = new List<ToDoPart>();
        foreach (var room in rooms)
        {
            parts.Add(await room.NowAsync(db, ask, cancel));
        }
        return [.. parts.Where(p => p.Kind != ToDoKind.Matter && p.Total > 0)];
    }
}
