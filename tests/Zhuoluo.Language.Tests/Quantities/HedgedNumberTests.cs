using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Quantities;

public sealed class HedgedNumberTests
{
    [Theory]
    [InlineData(13_489, "件", HedgeWish.Over, NumberStyle.DigitsWithPlaces, "1.3万余件")]
    [InlineData(13_489, "件", HedgeWish.Nearly, NumberStyle.DigitsWithPlaces, "近1.4万件")]
    [InlineData(13_489, "件", HedgeWish.Over, NumberStyle.Han, "一万三千余件")]
    [InlineData(13_489, "件", HedgeWish.Beyond, NumberStyle.Digits, "超13000件")]
    [InlineData(13_000, "件", HedgeWish.Over, NumberStyle.Digits, "13000件")]
    [InlineData(13_000, "件", HedgeWish.Nearly, NumberStyle.Digits, "13000件")]
    [InlineData(7, "个", HedgeWish.Over, NumberStyle.Digits, "7个")]
    [InlineData(468, "件", HedgeWish.Over, NumberStyle.Digits, "460余件")]
    public void Writes_wording_that_is_true(long value, string unit, HedgeWish wish, NumberStyle style, string text) =>
        Assert.Equal(text, HedgedNumber.Write(value, unit, wish, style));

    [Fact]
    public void What_is_written_reads_back_into_an_interval_that_holds_the_value()
    {
        Random random = new(20_211_231);
        string[] units = ["件", "人次", "户", "元", "平方米", "个", "场"];
        for (var turn = 0; turn < 20_000; turn++)
        {
            var value = random.NextInt64((long)Math.Pow(10, random.Next(1, 12)));
            var unit = units[random.Next(units.Length)];
            var wish = (HedgeWish)random.Next(7);
            var style = (NumberStyle)random.Next(3);
            var text = HedgedNumber.Write(value, unit, wish, style, random.Next(1, 5));
            var sentence = (turn % 3) switch { 0 => $"全县共收集{text}，其中", 1 => $"截至目前，累计{text}。", _ => text };
            var claims = QuantityReader.Read(sentence).Quantities.Where(q => q.Role is not Role.Date).ToList();
            // 十件, 百户 and 一次 alone are words as well as numbers; a report writes them in digits.
            if (style == NumberStyle.Han && value is 1 or 2 or 10 or 100 or 1000 or 10_000)
            {
                continue;
            }
            Assert.True(claims.Count == 1, $"{value} → {sentence}");
            var read = claims[0];
            Assert.True(read.Span.Holds(value), $"{value} → {text} → {read.Span}");
            Assert.Equal(unit, read.Unit);
            Assert.Null(read.Clash);
        }
    }

    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(110, "一百一十")]
    [InlineData(10_305, "一万零三百零五")]
    [InlineData(120_000_000, "一亿二千万")]
    [InlineData(100_000_001, "一亿零一")]
    public void Writes_han_numerals(long value, string text) => Assert.Equal(text, HanWriting.Of(value));
}
