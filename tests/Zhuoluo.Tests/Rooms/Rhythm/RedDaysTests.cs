using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm.Appraisals;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class RedDaysTests
{
    private static readonly DateOnly _from = new(2026, 1, 1);
    private static readonly DateOnly _until = new(2026, 3, 31);

    [Theory]
    [InlineData(0, "")]
    [InlineData(0, "01-10 green")]
    [InlineData(1, "03-31 red")]
    [InlineData(5, "01-10 red, 01-15 green")]
    [InlineData(9, "12-01 red, 01-10 yellow")]
    [InlineData(90, "12-01 red")]
    [InlineData(6, "01-10 red, 01-13 yellow, 02-01 red, 02-04 done")]
    [InlineData(0, "04-01 red")]
    [InlineData(0, "02-01 red, 02-01 yellow")]
    [InlineData(22, "03-10 red, 04-05 green")]
    public void A_day_has_the_light_that_the_last_change_up_to_it_says(int days, string history) =>
        Assert.Equal(days, RedDays.Count([.. history.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Read)], _from, _until));

    private static (DateOnly On, ProjectLight Light) Read(string written)
    {
        var words = written.Split(' ');
        var day = DateOnly.ParseExact((words[0].StartsWith("12", StringComparison.Ordinal) ? "2025-" : "2026-") + words[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (day, Enum.Parse<ProjectLight>(words[1], ignoreCase: true));
    }
}
