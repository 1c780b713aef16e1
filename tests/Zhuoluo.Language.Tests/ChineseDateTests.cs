namespace Zhuoluo.Language.Tests;

public sealed class ChineseDateTests
{
    [Theory]
    [InlineData("2021年3月5日")]
    [InlineData("2021年3月5号")]
    [InlineData("2021年 3月 5日　")]
    [InlineData("2021/3/5")]
    [InlineData("2021.3.5")]
    [InlineData("2021.03.05.")]
    [InlineData("2021-03-05")]
    [InlineData("2021-03-05 00:00:00")]
    [InlineData("2021-03-05T00:00:00")]
    [InlineData("20210305")]
    [InlineData("２０２１．３．５")]
    [InlineData("二〇二一年三月五日")]
    [InlineData("二零二一年三月五号")]
    [InlineData("2021年3月5日（星期五）")]
    [InlineData("2021年3月5日上午")]
    [InlineData("3月5日")]
    [InlineData("3.5")]
    [InlineData("21年3月5日")]
    public void Reads_every_spelling_of_a_day(string text)
    {
        Assert.True(ChineseDate.TryRead(text, 2021, out var day));
        Assert.Equal(new DateOnly(2021, 3, 5), day);
    }

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021年13月1日")]
    [InlineData("2021年6月31日")]
    [InlineData("2021-03-05 25:61")]
    [InlineData("待定")]
    [InlineData("2021年3月")]
    [InlineData("2021/3-5")]
    [InlineData("")]
    public void Leaves_what_is_no_day(string text) => Assert.False(ChineseDate.TryRead(text, 2021, out _));

    [Fact]
    public void A_day_without_a_year_needs_a_default() => Assert.False(ChineseDate.TryRead("3月5日", null, out _));

    [Theory]
    [InlineData("2021-03-05 14:30", 14, 30)]
    [InlineData("2021/3/5 9:05:07", 9, 5)]
    [InlineData("2021年3月5日 下午2时30分", 14, 30)]
    [InlineData("2021年3月5日9点", 9, 0)]
    public void Reads_the_time_on_the_clock(string text, int hour, int minute)
    {
        Assert.True(ChineseDate.TryReadMoment(text, null, out var moment, out var hasTime));
        Assert.True(hasTime);
        Assert.Equal((hour, minute), (moment.Hour, moment.Minute));
    }

    [Fact]
    public void Reads_serial_numbers_of_both_bases()
    {
        Assert.True(ChineseDate.TryReadSerial(44258, false, out var moment));
        Assert.Equal(new DateTime(2021, 3, 3), moment);
        Assert.True(ChineseDate.TryReadSerial(42796, true, out moment));
        Assert.Equal(new DateTime(2021, 3, 3), moment);
    }
}
