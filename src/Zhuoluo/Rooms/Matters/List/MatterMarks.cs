using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Reading on from a record instead of counting pages: nothing is left out or told twice when matters come in meanwhile.</summary>
internal static class MatterMarks
{
    public static int LengthOf(MatterSort sort) => sort switch
    {
        MatterSort.Due => 3,
        MatterSort.Changed => 2,
        _ => 1,
    };

    public static IQueryable<Matter> After(IQueryable<Matter> matters, MatterSort sort, Shell.Api.Mark? mark) => sort switch
    {
        MatterSort.Oldest => Oldest(matters, mark?.Values[0]).OrderBy(m => m.Id),
        MatterSort.Due => Due(matters, mark).OrderBy(m => m.DueAt == null || m.IsPaused).ThenBy(m => m.DueAt == null).ThenBy(m => m.DueAt).ThenBy(m => m.Id),
        MatterSort.Changed => Changed(matters, mark).OrderByDescending(m => m.UpdatedAt).ThenByDescending(m => m.Id),
        _ => Newest(matters, mark?.Values[0]).OrderByDescending(m => m.Id),
    };

    /// <param name="sort">The order.</param>
    /// <param name="last">The last record shown.</param>
    /// <param name="changed">When it was changed last; only for that order.</param>
    public static IReadOnlyList<long> ValuesOf(MatterSort sort, MatterRow last, DateTimeOffset changed) => sort switch
    {
        MatterSort.Due => [last.DueAt is null || last.IsPaused ? 1 : 0, last.DueAt is { } due ? Microseconds.Of(due) : -1, last.Id],
        MatterSort.Changed => [Microseconds.Of(changed), last.Id],
        _ => [last.Id],
    };

    private static IQueryable<Matter> Newest(IQueryable<Matter> matters, long? last) => last is { } id ? matters.Where(m => m.Id < id) : matters;

    private static IQueryable<Matter> Oldest(IQueryable<Matter> matters, long? last) => last is { } id ? matters.Where(m => m.Id > id) : matters;

    private static IQueryable<Matter> Changed(IQueryable<Matter> matters, Shell.Api.Mark? mark)
    {
        if (mark is null)
        {
            return matters;
        }
        var (at, id) = (Microseconds.At(mark.Values[0]), mark.Values[1]);
        return matters.Where(m => m.UpdatedAt < at || (m.UpdatedAt == at && m.Id < id));
    }

    private static IQueryable<Matter> Due(IQueryable<Matter> matters, Shell.Api.Mark? mark)
    {
        if (mark is null)
        {
            return matters;
        }
        var (isLast, id) = (mark.Values[0] == 1, mark.Values[2]);
        if (mark.Values[1] < 0)
        {
            // Without a limit they stand at the end, by id; the databases do not agree where nothing is sorted.
            return matters.Where(m => m.DueAt == null && m.Id > id);
        }
        var due = Microseconds.At(mark.Values[1]);
        return isLast
            ? matters.Where(m => m.DueAt == null || (m.IsPaused && (m.DueAt > due || (m.DueAt == due && m.Id > id))))
            : matters.Where(m => m.DueAt == null || m.IsPaused || m.DueAt > due || (m.DueAt == due && m.Id > id));
    }
}
