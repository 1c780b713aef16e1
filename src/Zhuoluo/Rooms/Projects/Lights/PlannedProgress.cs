namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>
/// How far a project should be on a day, in points of a hundred (rules B3.1): from the weights of its nodes, straight between two; without
/// nodes straight from start to finish, 0 before and 100 after. Exact, not rounded.
/// </summary>
internal static class PlannedProgress
{
    private const decimal Whole = 100;

    /// <param name="start">Planned start.</param>
    /// <param name="finish">Planned finish.</param>
    /// <param name="nodes">Planned day and weight; weights that do not add up to a hundred are taken as shares of their sum.</param>
    /// <param name="today">The day asked about.</param>
    public static decimal On(DateOnly start, DateOnly finish, IReadOnlyList<(DateOnly On, int Weight)> nodes, DateOnly today)
    {
        var sum = nodes.Sum(n => n.Weight);
        if (sum <= 0)
        {
            return Whole * Share(start, finish, today);
        }
        var (done, from) = (0m, start);
        foreach (var (on, weight) in nodes.OrderBy(n => n.On))
        {
            done += weight * Share(from, on, today);
            from = on;
        }
        return Whole * done / sum;
    }

    // The day of the end itself is still the way: all is due when it is over, as the list's own date stands for its evening.
    private static decimal Share(DateOnly from, DateOnly to, DateOnly today) =>
        today >= to ? 1 : today <= from ? 0 : (decimal)(today.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber);
}
