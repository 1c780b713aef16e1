using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

public sealed class LimitTests
{
    [Theory]
    [InlineData("5wd", 5, nameof(LimitUnit.WorkingDay))]
    [InlineData("3d", 3, nameof(LimitUnit.NaturalDay))]
    [InlineData("2h", 2, nameof(LimitUnit.NaturalHour))]
    [InlineData("4oh", 4, nameof(LimitUnit.OfficeHour))]
    [InlineData("0h", 0, nameof(LimitUnit.NaturalHour))]
    public void Reads_and_prints_itself(string text, int number, string unit)
    {
        var limit = new Limit(number, Enum.Parse<LimitUnit>(unit));
        Assert.Equal(limit, Limit.Parse(text));
        Assert.Equal(text, limit.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("5")]
    [InlineData("wd")]
    [InlineData("-5wd")]
    [InlineData("5WD")]
    [InlineData("12345d")]
    [InlineData("5w d")]
    public void Refuses_anything_else(string? text) => Assert.False(Limit.TryParse(text, out _));
}
