using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Quantities;

/// <summary>The tables of rules G3: forms, hedges and their intervals, what is no figure.</summary>
public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("10万余人", 100_000, "(100000,110000)", "人", Qualifier.Over)]
    [InlineData("7300多人", 7_300, "(7300,7400)", "人", Qualifier.Over)]
    [InlineData("近2万人次", 20_000, "[10000,20000)", "人次", Qualifier.Nearly)]
    [InlineData("1.6万余个", 16_000, "(16000,17000)", "个", Qualifier.Over)]
    [InlineData("超40.5万人次", 405_000, "(405000,∞)", "人次", Qualifier.Over)]
    [InlineData("3.5万个", 35_000, "[34500,35500]", "个", Qualifier.Exact)]
    [InlineData("40余万人", 400_000, "(400000,500000)", "人", Qualifier.Over)]
    [InlineData("10多万户", 100_000, "(100000,200000)", "户", Qualifier.Over)]
    [InlineData("近620件", 620, "[610,620)", "件", Qualifier.Nearly)]
    [InlineData("不足八成", 80, "[75,80)", "%", Qualifier.Nearly)]
    [InlineData("十几年", 10, "[11,19]", "年", Qualifier.Over)]
    [InlineData("几十件", 20, "[20,99]", "件", Qualifier.Range)]
    [InlineData("数百人", 200, "[200,999]", "人", Qualifier.Range)]
    [InlineData("上百户", 100, "[100,∞)", "户", Qualifier.AtLeast)]
    [InlineData("三五个", 3, "[3,5]", "个", Qualifier.Range)]
    [InlineData("七八十名", 70, "[70,80]", "人", Qualifier.Range)]
    [InlineData("3至5个", 3, "[3,5]", "个", Qualifier.Range)]
    [InlineData("2-3万元", 20_000, "[20000,30000]", "元", Qualifier.Range)]
    [InlineData("６～９岁", 6, "[6,9]", "岁", Qualifier.Range)]
    [InlineData("至少5名", 5, "[5,∞)", "人", Qualifier.AtLeast)]
    [InlineData("不低于80%", 80, "[80,∞)", "%", Qualifier.AtLeast)]
    [InlineData("30人以上", 30, "[30,∞)", "人", Qualifier.AtLeast)]
    [InlineData("不超过3次", 3, "(-∞,3]", "次", Qualifier.AtMost)]
    [InlineData("约100户", 100, "[95,105]", "户", Qualifier.About)]
    [InlineData("5000元左右", 5_000, "[4750,5250]", "元", Qualifier.About)]
    [InlineData("预计突破5000亿元", 500_000_000_000, "(500000000000,∞)", "元", Qualifier.Estimated)]
    [InlineData("一千二百户", 1_200, "[1200,1200]", "户", Qualifier.Exact)]
    [InlineData("四万三千余人", 43_000, "(43000,44000)", "人", Qualifier.Over)]
    [InlineData("两千零五户", 2_005, "[2005,2005]", "户", Qualifier.Exact)]
    [InlineData("1亿2000万元", 120_000_000, "[120000000,120000000]", "元", Qualifier.Exact)]
    [InlineData("１３，５２４件", 13_524, "[13524,13524]", "件", Qualifier.Exact)]
    [InlineData("1 256个", 1_256, "[1256,1256]", "个", Qualifier.Exact)]
    [InlineData("1.5万亩", 15_000, "[14500,15500]", "亩", Qualifier.Exact)]
    [InlineData("三个半小时", 3.5, "[3.5,3.5]", "小时", Qualifier.Exact)]
    [InlineData("三个多月", 3, "(3,4)", "个月", Qualifier.Over)]
    [InlineData("百分之九十五点八", 95.8, "[95.75,95.85]", "%", Qualifier.Exact)]
    [InlineData("八成五", 85, "[84.5,85.5]", "%", Qualifier.Exact)]
    [InlineData("800个以上", 800, "[800,∞)", "个", Qualifier.AtLeast)]
    [InlineData("27村", 27, "[27,27]", "个", Qualifier.Exact)]
    [InlineData("不到2万块钱", 20_000, "[10000,20000)", "元", Qualifier.Nearly)]
    [InlineData("两千一百多户", 2_100, "(2100,2200)", "户", Qualifier.Over)]
    [InlineData("近三成", 30, "[25,30)", "%", Qualifier.Nearly)]
    [InlineData("35000個", 35_000, "[35000,35000]", "个", Qualifier.Exact)]
    [InlineData("185餘場(chǎng)次", 185, "(185,186)", "场", Qualifier.Over)]
    [InlineData("一万二千多元", 12_000, "(12000,13000)", "元", Qualifier.Over)]
    [InlineData("近半数", 50, "[45,50)", "%", Qualifier.Nearly)]
    [InlineData("半数以上", 50, "[50,∞)", "%", Qualifier.AtLeast)]
    [InlineData("半个小时", 0.5, "[0.5,0.5]", "小时", Qualifier.Exact)]
    [InlineData("三点五公里", 3.5, "[3.45,3.55]", "公里", Qualifier.Exact)]
    [InlineData("一点二亿元", 120_000_000, "[115000000,125000000]", "元", Qualifier.Exact)]
    [InlineData("２３．６ｋｍ", 23.6, "[23.55,23.65]", "公里", Qualifier.Exact)]
    [InlineData("120万kWh", 1_200_000, "[1200000,1200000]", "千瓦时", Qualifier.Exact)]
    [InlineData("4台（套）", 4, "[4,4]", "台", Qualifier.Exact)]
    [InlineData("平均年龄42.6岁", 42.6, "[42.55,42.65]", "岁", Qualifier.Exact)]
    [InlineData("人均预期寿命78.5岁", 78.5, "[78.45,78.55]", "岁", Qualifier.Exact)]
    [InlineData("4万多亿元", 4_000_000_000_000, "(4000000000000,5000000000000)", "元", Qualifier.Over)]
    [InlineData("1亿3千多万人", 130_000_000, "(130000000,140000000)", "人", Qualifier.Over)]
    [InlineData("60床位", 60, "[60,60]", "个", Qualifier.Exact)]
    [InlineData("八千六百多群众", 8_600, "(8600,8700)", null, Qualifier.Over)]
    [InlineData("近千农户", 1_000, "[0,1000)", null, Qualifier.Nearly)]
    [InlineData("两千三百万棒", 23_000_000, "[23000000,23000000]", null, Qualifier.Exact)]
    [InlineData("安全感九十九点一六", 99.16, "[99.155,99.165]", null, Qualifier.Exact)]
    [InlineData("常住人口3.1万左右", 31_000, "[29450,32550]", null, Qualifier.About)]
    [InlineData("满意95票", 95, "[95,95]", "票", Qualifier.Exact)]
    [InlineData("平均用时2日", 2, "[2,2]", "日", Qualifier.Exact)]
    [InlineData("每生不超300元", 300, "(-∞,300]", "元", Qualifier.AtMost)]
    [InlineData("不得低于60%", 60, "[60,∞)", "%", Qualifier.AtLeast)]
    [InlineData("责令15日内完成", 15, "(-∞,15]", "日", Qualifier.AtMost)]
    [InlineData("连续两周以上", 2, "[2,∞)", "周", Qualifier.AtLeast)]
    [InlineData("环比-2.5%", -2.5, "[-2.55,-2.45]", "%", Qualifier.Exact)]
    [InlineData("社区站1 3 6个", 136, "[136,136]", "个", Qualifier.Exact)]
    [InlineData("接种率9 1.5％", 91.5, "[91.45,91.55]", "%", Qualifier.Exact)]
    [InlineData("班次126班", 126, "[126,126]", "班", Qualifier.Exact)]
    [InlineData("实事8大类", 8, "[8,8]", "类", Qualifier.Exact)]
    [InlineData("气温35℃以上", 35, "[35,∞)", "摄氏度", Qualifier.AtLeast)]
    [InlineData("收入比1.85:1", 1.85, "[1.85,1.85]", null, Qualifier.Exact)]
    public void Reads_value_hedge_and_unit(string text, decimal value, string span, string? unit, Qualifier qualifier)
    {
        var read = Assert.Single(QuantityReader.Read($"全县有{text}。").Quantities);
        Assert.Equal((value, span, unit, qualifier), (read.Value, read.Span.ToString(), read.Unit, read.Qualifier));
    }

    [Theory]
    [InlineData("“三会一课”")]
    [InlineData("“五学”")]
    [InlineData("六比一看")]
    [InlineData("“1+5+N”")]
    [InlineData("“1+1=0”")]
    [InlineData("八大重点领域")]
    [InlineData("第十五次党代会")]
    [InlineData("十九届六中全会")]
    [InlineData("“十四五”开局")]
    [InlineData("晋绥边区第八分区")]
    [InlineData("GDP50强")]
    [InlineData("“漳州110”")]
    [InlineData("5G和H5")]
    [InlineData("拨打12345反映")]
    [InlineData("7×24小时")]
    [InlineData("千方百计")]
    [InlineData("成立100周年")]
    [InlineData("两个维护")]
    [InlineData("六个方面")]
    [InlineData("每月一调度")]
    [InlineData("每名领导至少领办一个项目")]
    [InlineData("百名书记")]
    [InlineData("电话0796-8442211")]
    [InlineData("国办函〔2026〕12号")]
    [InlineData("一件件一桩桩")]
    [InlineData("第一书记")]
    [InlineData("10亿元以上项目")]
    [InlineData("《学党史100问》")]
    [InlineData("沿国道线205国道")]
    [InlineData("（见附件2）")]
    [InlineData("党员今年78岁")]
    [InlineData("千人口托位数")]
    [InlineData("15分钟便民生活圈")]
    [InlineData("幸福路66号院3号楼2单元501室")]
    [InlineData("建于20世纪80年代")]
    [InlineData("党龄满50年的老党员")]
    [InlineData("县十七届人大三次会议")]
    [InlineData("十户一体、五户联保")]
    [InlineData("三个特点")]
    [InlineData("三天两头停电")]
    [InlineData("十里八乡")]
    [InlineData("上半年和半年报")]
    [InlineData("排名后三位的单位")]
    [InlineData("两点一线")]
    [InlineData("关键零部件")]
    [InlineData("志愿者队伍人数")]
    [InlineData("上午8点到12点")]
    [InlineData("早上9点30分")]
    [InlineData("百万吨级炼油厂")]
    [InlineData("电话0571-8612 3456")]
    [InlineData("时间08:30:21")]
    [InlineData("单位：万元")]
    [InlineData("超亿元项目")]
    [InlineData("（共印65份）")]
    [InlineData("九年义务教育")]
    [InlineData("背街小巷三期提质改造启动")]
    public void Takes_no_name_rank_or_code_for_a_figure(string text) =>
        Assert.All(QuantityReader.Read($"全县{(text[0] == '1' ? "有" : "")}{text}{(text[0] == '1' ? "5个" : "")}。").Quantities.Where(q => q.Raw != "5个"), q => Assert.False(q.IsClaim, q.Raw));

    [Theory]
    [InlineData("2021年2月20日", "2021-02-20")]
    [InlineData("2021年七月", "2021-07")]
    [InlineData("二〇二一年", "2021")]
    [InlineData("2022-01-17", "2022-01-17")]
    [InlineData("2021年5月中旬", "2021-05")]
    [InlineData("2021年1至11月", "2021-11")]
    public void Reads_dates(string text, string day)
    {
        var read = Assert.Single(QuantityReader.Read($"于{text}召开").Quantities);
        Assert.Equal((Role.Date, day, text), (read.Role, read.AsOf.ToString(), read.Raw));
    }

    [Fact]
    public void What_is_expected_goes_on_behind_a_semicolon_until_something_is_so()
    {
        var read = QuantityReader.Read("预计生产总值391亿元，增长8.6%；财政收入38亿元；目前已建学校5所；新增学位200个。").Quantities;
        Assert.Equal([true, true, true, false, false], read.Select(q => q.Qualifier == Qualifier.Estimated));
    }

    [Fact]
    public void A_measure_word_behind_the_last_of_several_holds_for_all()
    {
        var read = QuantityReader.Read("分别提高4.2和0.7个百分点，开展12、15和18场，2021、2022年").Quantities;
        Assert.Equal([(4.2m, "百分点"), (0.7m, "百分点"), (12m, "场"), (15m, "场"), (18m, "场")], read.Where(q => q.IsClaim && q.Unit is not null).Select(q => (q.Value!.Value, q.Unit!)));
    }

    [Fact]
    public void The_cells_of_a_table_that_became_text_are_numbers()
    {
        var read = QuantityReader.Read("各镇情况\n城关镇 12 25 10\n来源\n数量\n电话\n34859\n90.67%\n").Quantities;
        Assert.Equal([12m, 25m, 10m, 34859m, 90.67m], read.Where(q => q.IsClaim).Select(q => q.Value!.Value));
    }

    [Theory]
    [InlineData("截至１２月２０日，全区注册志愿者达6.7万余名，占常住人\n口的14.2%。", 1)]
    [InlineData("一是受理群众诉求120件，\n办结118件。", 1)]
    [InlineData("受理120件\n办结118件\n", 3)]
    [InlineData("农村饮水提标22处，受益群众五万三千人，自来水普及率提高1.7个\n百分点，占全部计划投资额的103.9%。46项\n任务", 1)]
    [InlineData("城镇新增就业，达成就业意向人员六千七百人\n交通：新增公交线路3条。", 2)]
    public void A_line_broken_in_a_sentence_goes_on(string text, int paragraphs)
    {
        var read = QuantityReader.Read(text);
        Assert.Equal(paragraphs, read.Clauses.ParagraphOf(read.Clean.Form.Length) + 1);
    }

    [Fact]
    public void A_day_holds_for_the_figures_behind_it_in_its_paragraph()
    {
        var read = QuantityReader.Read("2021年。截至12月31日，受理5件，办结3件。\n另有2件。").Quantities;
        Assert.Equal(["2021-12-31", "2021-12-31", null], read.Where(q => q.IsClaim).Select(q => q.AsOf?.ToString()));
    }

    [Theory]
    [InlineData("攴𠀀全县１３５２４件、办结")]
    [InlineData("開展場(chǎng)次185餘場(chǎng)次,,")]
    [InlineData("\u200B共 339 名\r\n书记")]
    public void Places_are_those_of_the_text_as_given(string text) =>
        Assert.All(QuantityReader.Read(text).Quantities, q => Assert.Equal(q.Raw, text[q.Start..q.End]));

    [Fact]
    public void Reads_anything_without_a_fault()
    {
        Random random = new(5);
        const string Letters = "一二三十百千万亿两几余多近超约第至-～.,，。“”《》（）()0123456789%％成半个件年月日人次户元万名\n 每大前共 abc?𠀀截至其中占率";
        for (var turn = 0; turn < 3_000; turn++)
        {
            var text = string.Create(random.Next(1, 60), random, static (span, r) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Letters[r.Next(Letters.Length)];
                }
            });
            Assert.All(Language.Checks.DraftCheck.Run(text).Quantities, q => Assert.Equal(q.Quantity.Raw, text[q.Quantity.Start..q.Quantity.End]));
        }
    }
}
