using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>On how many days of a period a project was red, from the history of its light. Pure.</summary>
internal static class RedDays
{
    /// <param name="changes">Of one project, the earliest first; the light of a day is what the last change up to it says.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="until">Last day of it, or of what is known.</param>
    public static int Count(IReadOnlyList<(DateOnly On, ProjectLight Light)> changes, DateOnly from, DateOnly until)
    {
        var days = 0;
        for (var i = 0; i < changes.Count; i++)
        {
            var begins = changes[i].On > from ? changes[i].On : from;
            var ends = i + 1 < changes.Count && changes[i + 1].On <= until ? changes[i + 1].On.AddDays(-1) : until;
            days += changes[i].Light == ProjectLight.Red ? Math.Max(0, ends.DayNumber - begins.DayNumber + 1) : 0;
        }
        return days;
    }
}
