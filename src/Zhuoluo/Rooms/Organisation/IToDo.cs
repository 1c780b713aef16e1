using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// Port: a later room says what somebody's units have to do. One list, one calendar and one digest ask all of them; each answers in a fixed number
/// of queries and only what this person may see. Registered as a singleton.
/// </summary>
internal interface IToDo
{
    /// <summary>What wants to be done now, the earliest due first.</summary>
    Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel);

    /// <summary>
    /// Days for a calendar program, the nearest first. Whoever has the address reads them: number, unit and state, no title, no name, nothing
    /// confidential, not even for those who may see it.
    /// </summary>
    Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel);
}

/// <param name="Who">For whom.</param>
/// <param name="At">Now.</param>
/// <param name="Offices">Units as they are.</param>
/// <param name="Most">At most so many.</param>
internal sealed record ToDoAsk(Actor Who, DateTimeOffset At, OfficesSnapshot Offices, int Most)
{
    public DateOnly Today => LocalDay.Of(At);

    /// <summary>The units for which the person may do that.</summary>
    public IReadOnlyList<long> Units(Capability capability)
    {
        var paths = Permissions.PathsOf(Who, capability);
        return paths.Count == 0 ? [] : [.. Offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
    }
}

/// <param name="Kind">What they are.</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Total">How many there are.</param>
internal sealed record ToDoPart(ToDoKind Kind, IReadOnlyList<ToDoLine> Lines, long Total)
{
    public static ToDoPart None(ToDoKind kind) => new(kind, [], 0);
}

/// <summary>Written in addresses; texts: <c>todo.kind.{word}</c>.</summary>
internal enum ToDoKind { Matter = 1, Project = 2, Beat = 3, Decision = 4, Need = 5 }

/// <param name="Id">Of the record.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="UnitId">Who has it.</param>
/// <param name="DueOn">When.</param>
/// <param name="State">In the reader's words.</param>
/// <param name="Tone">Of the state: plain, busy, wait, good, bad.</param>
internal sealed record ToDoLine(long Id, ToDoKind Kind, string Text, string Href, long? UnitId, DateOnly DueOn, string State, string Tone);

/// <param name="Mark">The same for the same thing for ever.</param>
/// <param name="On">The day.</param>
/// <param name="Text">One line.</param>
/// <param name="Path">Where to read more.</param>
/// <param name="ChangedAt">When it last changed.</param>
internal sealed record ToDoDay(string Mark, DateOnly On, string Text, string Path, DateTimeOffset ChangedAt);
