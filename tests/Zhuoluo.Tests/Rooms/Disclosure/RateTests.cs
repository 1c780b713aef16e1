using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Disclosure.ShowUnits;

namespace Zhuoluo.Tests.Rooms.Disclosure;

public sealed class RateTests
{
    // Wilson without continuity correction; checked against the closed form in a spreadsheet.
    [Theory]
    [InlineData(0, 10, 0.0, 27.8)]
    [InlineData(10, 10, 72.2, 100.0)]
    [InlineData(8, 10, 49.0, 94.3)]
    [InlineData(45, 50, 78.6, 95.7)]
    [InlineData(663, 670, 97.9, 99.5)]
    public void Gives_Wilsons_interval(int part, int whole, double low, double high) =>
        Assert.Equal(((decimal)low, (decimal)high), new Rate(part, whole).Interval);

    [Fact]
    public void Of_nothing_there_is_no_rate()
    {
        Assert.Null(new Rate(0, 0).Percent);
        Assert.Null(new Rate(0, 0).Interval);
    }

    [Fact]
    public void Rounds_half_up_to_two_decimals() => Assert.Equal(98.96m, new Rate(663, 670).Percent);

    [Fact]
    public void Ranks_only_units_with_enough_calls_by_draw_and_lets_equals_share_whatever_people_rated_of_themselves()
    {
        UnitFigures Unit(long id, int good, int bad) => new(id) { Said = new UnitRates(id) { DrawGrades = [bad, 0, 0, 0, good], Grades = [100, 0, 0, 0, (int)id] } };
        var ranked = UnitFigures.Rank([Unit(1, 29, 0), Unit(2, 30, 10), Unit(3, 60, 20), Unit(4, 39, 1)], RateDefinitions.Shipped);
        Assert.Equal([(4L, (int?)1), (2L, 2), (3L, 2), (1L, null)], ranked.Select(r => (r.Unit.UnitId, r.Rank)));
    }
}
