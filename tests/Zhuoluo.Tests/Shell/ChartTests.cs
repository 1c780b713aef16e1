using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Tests.Shell;

public sealed class ChartTests
{
    private static readonly Texts _t = Texts.Load(Sources.Texts);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(356, 400)]
    [InlineData(400, 400)]
    [InlineData(13524, 15000)]
    [InlineData(long.MaxValue / 4, 3_000_000_000_000_000_000)]
    public void The_axis_ends_on_a_round_number_above_the_highest(long most, long top) => Assert.Equal(top, Scale.Top(most, 4));

    [Fact]
    public void Each_bar_shows_its_number_and_opens_its_records()
    {
        var svg = Drawn(SvgBar.Draw(_t, "c", [new Mark("水", 13524, "/matters?kind=1&state=2"), new Mark("路", 0)])).Elements("svg").First();
        Assert.Equal("/matters?kind=1&state=2", svg.Element("a")!.Attribute("href")!.Value);
        Assert.Contains("13,524", svg.Value, StringComparison.Ordinal);
        Assert.Equal("group", svg.Attribute("role")!.Value);
    }

    [Fact]
    public void Names_from_the_database_cannot_break_out_of_the_picture()
    {
        var drawn = Drawn(SvgBar.Draw(_t, "\"><script>", [new Mark("<b>&\"'", 1, "/x?\"onload=")]));
        Assert.Empty(drawn.Descendants("script"));
        Assert.Empty(drawn.Descendants("b"));
    }

    [Fact]
    public void Every_chart_comes_wide_and_narrow_and_with_its_numbers_as_a_table()
    {
        foreach (var chart in (IHtmlContent[])[
            SvgBar.Draw(_t, "c", PartsSample.Kinds),
            SvgLine.Draw(_t, "c", PartsSample.Months, PartsSample.Flow),
            SvgDonut.Draw(_t, "c", PartsSample.Lights)])
        {
            var drawn = Drawn(chart);
            Assert.Equal(["chart chart-wide", "chart chart-narrow"], drawn.Elements("svg").Select(s => s.Attribute("class")!.Value));
            Assert.NotEmpty(drawn.Descendants("tbody").Single().Elements("tr"));
        }
    }

    [Fact]
    public void Charts_of_nothing_are_drawn_empty()
    {
        Drawn(SvgBar.Draw(_t, "c", []));
        Drawn(SvgLine.Draw(_t, "c", [], []));
        Drawn(SvgLine.Draw(_t, "c", ["5月"], [new Series("a", [0])]));
        Drawn(SvgDonut.Draw(_t, "c", [new Mark("a", 0)]));
    }

    private static XElement Drawn(IHtmlContent content)
    {
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return XElement.Parse(text.ToString());
    }
}
