using Zhuoluo.Language.Checks;

namespace Zhuoluo.Language.Tests.Checks;

public sealed class NamedFiguresTests
{
    private static readonly NamedFigures _book = new(
    [
        Named("ledger.opened", 13524, "件", "建立工作台账", "工作台账"), Named("ledger.closed", 13489, "件", "办结台账"), Named("visits.households", 103005, "户", "走访群众户数", "走访群众"),
        Named("key.county", 37, "项", "县本级重点民生项目"), Named("key.county-closed", 35, "项", "县本级重点民生项目办结"), Named("key.town", 549, "项", "乡镇及单位民生项目"), Named("visits.visitors", 339, "人", "参加走访的村党组织书记", "走访书记"),
    ], ["敦厚镇"]);

    [Theory]
    [InlineData("全年建立工作台账13524件。", "ledger.opened", Verdict.Agrees)]
    [InlineData("全年建立工作台账13624件。", "ledger.opened", Verdict.Overstated)]
    [InlineData("全年建立工作台账13424件。", "ledger.opened", Verdict.Understated)]
    [InlineData("累计走访群众10万余户。", "visits.households", Verdict.AgreesWithinHedge)]
    [InlineData("累计走访群众户数超12万户。", "visits.households", Verdict.Overstated)]
    [InlineData("县本级重点民生项目37项全部办结。", "key.county", Verdict.Agrees)]
    [InlineData("乡镇及单位民生项目594项。", "key.town", Verdict.Overstated)]
    [InlineData("县本级重点民生项目73项。", "key.county", Verdict.Overstated)]
    [InlineData("县本级重点民生项目办结35项。", "key.county-closed", Verdict.Agrees)]
    [InlineData("敦厚镇建立工作台账520件。", null, Verdict.Unbound)]
    [InlineData("新建公厕12座，改造路灯300盏。", null, Verdict.Unbound)]
    [InlineData("为群众办理各类事项420件。", null, Verdict.Unbound)]
    public void A_number_means_the_figure_whose_name_stands_beside_it(string text, string? key, Verdict verdict)
    {
        var claim = DraftCheck.Run(text, _book).Quantities.First(q => q.Quantity.IsClaim);
        Assert.Equal((key, verdict), (claim.Figure, claim.Verdict));
    }

    [Fact]
    public void The_clause_goes_before_the_sentence()
    {
        var claims = DraftCheck.Run("全年建立工作台账13624件，办结台账13489件。", _book).Quantities.Where(q => q.Quantity.IsClaim).ToList();
        Assert.Equal([("ledger.opened", Verdict.Overstated), ("ledger.closed", Verdict.Agrees)], claims.Select(c => (c.Figure!, c.Verdict)));
    }

    /// <summary>One name in another, a rate beside its base, an aim that was reached exactly.</summary>
    [Theory]
    [InlineData("签约项目6个，其中战略合作协议1个、合作协议5个。", "signed Agrees, strategic Agrees, cooperation Agrees")]
    [InlineData("上级交办重复信访事项428件，化解率100%。", "listed Agrees, listed-rate Agrees")]
    [InlineData("上级交办重复信访事项482件，重复信访事项化解率100%。", "listed Overstated, listed-rate Agrees")]
    [InlineData("主题宣教活动分7个方面、34项具体任务。", " Unbound, tasks Agrees")]
    [InlineData("地区生产总值预计突破5000亿元。", "gdp AgreesWithinHedge")]
    [InlineData("地区生产总值突破5000亿元。", "gdp Overstated")]
    public void What_one_number_states_rightly_no_other_of_the_sentence_states_wrongly(string text, string expected)
    {
        var book = new NamedFigures(
        [
            Named("signed", 6, "个", "签约项目"), Named("strategic", 1, "个", "战略合作协议"), Named("cooperation", 5, "个", "合作协议"), Named("listed", 428, "件", "上级交办重复信访事项", "重复信访事项"),
            Named("listed-rate", 100, "%", "重复信访事项化解率"), Named("tasks", 34, "项", "主题宣教活动具体任务"), Named("gdp", 500_000_000_000, "元", "地区生产总值"),
        ], []);
        Assert.Equal(expected, string.Join(", ", DraftCheck.Run(text, book).Quantities.Where(q => q.Quantity.IsClaim).Select(q => $"{q.Figure} {q.Verdict}")));
    }

    private static NamedFigure Named(string key, decimal value, string unit, params string[] names) => new(new KnownFigure(key, names[0], value, unit, null), names, []);
}
