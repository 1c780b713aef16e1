using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Tests.Rooms.Matters;

namespace Zhuoluo.Tests.Rooms.Rhythm;

/// <summary>What stands between braces in a paper: figures, tables, charts, conditions.</summary>
public sealed class PaperPlacesTests
{
    private static readonly Computed _computed = new(
        [
            new ComputedFigure("figure.matters.received", "收到诉求", "13489", null), new ComputedFigure("figure.matters.closed", "办结诉求", "2", null),
            new ComputedFigure("projects.red", "红灯项目", "0", null),
        ],
        [
            new ComputedTable("units", "各单位情况", ["单位", "收到", "办结", "说明"], [["县住建局", "3", "2", "无"], ["梅溪镇政府", "1", "0", "无"]]),
            new ComputedTable("lights", "红黄灯项目", ["项目", "灯"], []),
            new ComputedTable("breakdown", "收到诉求、办结诉求|按月", ["月份", "收到诉求", "办结诉求"], [["1月", "13487", "0"], ["2月", "2", "2"], ["合计", "13489", "2"]])
            {
                By = Breakdown.Month, Caption = "收到诉求、办结诉求（按月，件）", FigureKeys = ["figure.matters.received", "figure.matters.closed"], HasTotal = true,
            },
        ]);

    [Fact]
    public void A_chart_by_months_leaves_the_sum_to_its_caption_where_it_opens_its_records()
    {
        var chart = Assert.IsType<Chart>(Read("{图：收到诉求、办结诉求|按月}"));
        Assert.Equal(ChartKind.Lines, chart.Kind);
        Assert.Equal(["1月", "2月"], chart.Marks);
        Assert.Equal([13487m, 2m], chart.Series[0].Values);
        Assert.Equal("收到诉求、办结诉求（按月，件），合计收到诉求13489、办结诉求2", chart.CaptionText);
        Assert.Equal(["figure.matters.received", "figure.matters.closed"], chart.Caption.Select(s => s.Figure).OfType<string>());
        var table = Assert.IsType<Table>(Read("{表：收到诉求、办结诉求|按月}"));
        Assert.Equal("收到诉求、办结诉求（按月，件）", table.Caption);
        Assert.Equal(["合计", "13489", "2"], table.Rows[^1]);
    }

    [Theory]
    [InlineData("{图：各单位情况}", "各单位情况（收到）", "3 1")]
    [InlineData("{图：各单位情况|办结}", "各单位情况（办结）", "2 0")]
    public void A_table_of_the_paper_can_be_a_chart_of_one_of_its_columns(string place, string caption, string values)
    {
        var chart = Assert.IsType<Chart>(Read(place));
        Assert.Equal((ChartKind.Bars, caption), (chart.Kind, chart.CaptionText));
        Assert.Equal(values, string.Join(' ', chart.Series.Single().Values));
    }

    [Theory]
    [InlineData("{图：红黄灯项目}", "无。")]
    [InlineData("{若：红灯项目}{表：红黄灯项目}", null)]
    [InlineData("{若：办结诉求}办结{办结诉求}件。", "办结2件。")]
    [InlineData("收到{收到诉求|余}件。", "收到1.3万余件。")]
    public void What_is_nothing_is_not_drawn_and_conditions_leave_lines_out(string line, string? text)
    {
        Assert.False(BulletinText.Read(line, _computed).IsRefused(out _, out var blocks));
        Assert.Equal(text, blocks!.Count == 0 ? null : Assert.IsType<Paragraph>(blocks.Single()).Text);
    }

    [Theory]
    [InlineData("见{图：各单位情况}。", "place-of-its-own-line")]
    [InlineData("{图：各单位情况|说明}", "unknown-place-in-text")]
    [InlineData("{图：收到诉求|按年}", "unknown-place-in-text")]
    [InlineData("{表：收到诉求|按单位}", "unknown-place-in-text")]
    [InlineData("{若：没有的}文", "unknown-place-in-text")]
    public void What_cannot_stand_there_is_refused_by_name(string line, string code) => Assert.Equal(code, BulletinText.Read(line, _computed).Refused().Code);

    [Theory]
    [InlineData("plain", "{收到诉求}")]
    [InlineData("nearly", "{收到诉求|近}")]
    [InlineData("chart-by-month", "\n{图：收到诉求|按月}\n")]
    [InlineData("table-by-unit", "\n{表：收到诉求|按单位}\n")]
    [InlineData("when", "\n{若：收到诉求}")]
    [InlineData("pie", "")]
    public void A_picked_figure_is_written_as_the_text_reads_it(string shape, string written) => Assert.Equal(written, Picks.Written("收到诉求", shape));

    [Fact]
    public void What_a_template_leaves_to_its_author_is_told() =>
        Assert.Equal(("【请写明问题】", null), (BulletinText.Unwritten("# 问题\n【请写明问题】\n"), BulletinText.Unwritten("【案例】写好了。")));

    /// <summary>A label that nothing answers would stop the draft of whoever begins with it.</summary>
    [Fact]
    public void Every_shipped_template_names_only_what_can_be_counted()
    {
        var words = DocumentWords.Shipped;
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "catalog", "reports"), "*.md");
        Assert.All(Enum.GetValues<BulletinKind>(), kind => Assert.Contains(files, f => Path.GetFileNameWithoutExtension(f) == Word.Of(kind)));
        foreach (var file in files)
        {
            var code = Path.GetFileNameWithoutExtension(file).Split('-').ElementAtOrDefault(1);
            var offered = ShippedFigures.All.Where(f => f.Place is null || f.Place == code).ToLookup(f => f.Name);
            foreach (var place in TextPlace.Of(File.ReadAllText(file)))
            {
                var figures = place.Figures.Select(l => offered[l].FirstOrDefault()).ToList();
                Assert.True(place.By is not null ? figures.TrueForAll(f => f is not null && FigureCounter.IsAdditive(f) && f.Unit == figures[0]!.Unit && (place.By != Breakdown.Month || f.Day is not null))
                    : place.Kind is TextPlaceKind.Table or TextPlaceKind.Chart ? words.Tables.Values.Any(t => t.Label == place.Label)
                    : words.Labels.Values.Contains(place.Label) || figures[0] is not null, $"{Path.GetFileName(file)}: {place}");
            }
        }
    }

    private static Block Read(string line)
    {
        Assert.False(BulletinText.Read(line, _computed).IsRefused(out _, out var blocks));
        return blocks!.Single();
    }
}
