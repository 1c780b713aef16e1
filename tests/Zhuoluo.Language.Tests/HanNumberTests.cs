namespace Zhuoluo.Language.Tests;

public sealed class HanNumberTests
{
    [Theory]
    [InlineData("零", 0)]
    [InlineData("二〇二一", 2021)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("廿三", 23)]
    [InlineData("卅一", 31)]
    [InlineData("一百零五", 105)]
    [InlineData("三百五", 350)]
    [InlineData("两千", 2000)]
    [InlineData("一万二", 12000)]
    [InlineData("一万零二", 10002)]
    [InlineData("三百五十万", 3500000)]
    [InlineData("一亿二千万", 120000000)]
    [InlineData("壹佰贰拾叁", 123)]
    [InlineData("３００万", 3000000)]
    public void Reads_numerals(string text, long value)
    {
        Assert.True(HanNumber.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("路")]
    [InlineData("二三百")]
    [InlineData("十百")]
    [InlineData("万")]
    public void Leaves_what_is_no_number(string text) => Assert.False(HanNumber.TryParse(text, out _));
}
