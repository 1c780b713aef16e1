using Zhuoluo.Language.Checks;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Checks;

public sealed class DraftCheckTests
{
    // Rules A11: printed bulletins, right and wrong; the rest invented.
    [Theory]
    [InlineData("办理594件，按时办结591件，逾期3件，按时办结率99.6%。", Reason.Rate, "99.6%", "99.5%")]
    [InlineData("共受理诉求284406件，其中咨询124599件，占63.72%；求助40000件，占20.46%；投诉30933件，占15.82%。", Reason.RateBase, "63.72%", "195532")]
    [InlineData("受理329件，环比增加55件，增长25%。", Reason.Change, "25%", "20%")]
    [InlineData("收集意见784条，其中座谈会收集120条、走访收集432条、网上收集231条。", Reason.PartsSum, "784条", "120 + 432 + 231 = 783")]
    [InlineData("全县共签约项目6个，其中战略合作协议2个、合作协议5个。", Reason.PartsSum, "6个", "2 + 5 = 7")]
    [InlineData("721户下关街居民与408户东街居民喜提新房，至此，共计1139户居民圆梦。", Reason.PartsSum, "1139户", "721 + 408 = 1129")]
    [InlineData("该县承担16项任务，目前9项已经完成，其余8项稳步推进。", Reason.Remainder, "8项", "16 − 9 = 7")]
    [InlineData("建立台账13489件，办结13524件。", Reason.PartExceeds, "13524件", "13524")]
    [InlineData("全县共有党员1200名，其中女党员1300名。", Reason.PartExceeds, "1300名", "1300")]
    [InlineData("共实施项目20个，全部完成。尚有3个正在推进。", Reason.AllButSome, "20个", "3个")]
    [InlineData("制定23项民生项目。23件民生项目持续推进。其中，道路等11项民生项目提前完成。", Reason.StillAndDone, "23件", "23件")]
    [InlineData("共收集问题27个，解决率98.5%。", Reason.RateImpossible, "98.5%", "27")]
    [InlineData("围绕教育、医疗、养老、交通等三大领域", Reason.ListedMore, "三大", "4")]
    [InlineData("截至2021年2月30日，累计受理86件。", Reason.NoSuchDay, "2021年2月30日", "2021年2月30日")]
    [InlineData("通报\n2021年12月1日\n截至12月31日，累计受理86件。", Reason.AfterText, "12月31日", "2021-12-01")]
    [InlineData("受众近10万余人", Reason.HedgeClash, "近10万余人", "近10万余人")]
    [InlineData("超3000人左右受益", Reason.HedgeClash, "超3000人左右", "超3000人左右")]
    [InlineData("培训群众31954人次。其中，累计培训群众31954人。", Reason.PeopleAndTimes, "31954人", "31954人次")]
    [InlineData("751名，7516-9岁儿童参加。", Reason.Damaged, "7516-9岁", "7516-9岁")]
    [InlineData("建立各类工作台账13524件。去年建立各类工作台账13542件。", Reason.Restated, "13542件", "13524件")]
    [InlineData("排查隐患1250处，整改1202处，整改率97.6%。", Reason.DigitsSwapped, "1202处", "1220")]
    [InlineData("受理诉求38446件，其中电话34859件，占90.67%；网络3296件，占8.57%；上级转办318件，占0.83%。", Reason.DigitsSwapped, "3296件", "3269")]
    [InlineData("受理问题34件，征地8件、欠薪11件、办证6件、其他8件。", Reason.PartsSum, "34件", "8 + 11 + 6 + 8 = 33")]
    [InlineData("实施项目31个，已完工28个，在建2个。", Reason.Remainder, "2个", "31 − 28 = 3")]
    [InlineData("交办142件，化解137件，剩余7件已制定方案。", Reason.Remainder, "7件", "142 − 137 = 5")]
    [InlineData("十件46项实事中51项提前完成。", Reason.PartExceeds, "51项", "51")]
    [InlineData("征集微心愿1866个，已圆梦1920个。", Reason.PartExceeds, "1920个", "1920")]
    [InlineData("一般债券1.5亿元。发行债券6.3亿元，其中一般债券1.5亿元、专项债券5.8亿元。", Reason.PartsSum, "6.3亿元", "150000000 + 580000000 = 730000000")]
    [InlineData("受理诉求71184件，直办37527件，占52.7%，转办33657件，占43.7%。", Reason.Rate, "43.7%", "47.3%")]
    [InlineData("全市信访总量5126件，网上信访2536件，占信访总量的45.9%。", Reason.Rate, "45.9%", "49.5%")]
    [InlineData("计划实施1530件，已圆满完成1528件，完工率达到98.97%。", Reason.Rate, "98.97%", "99.87%")]
    [InlineData("签约率由51.2%提高到46.8%。", Reason.Direction, "46.8%", "51.2%")]
    [InlineData("办理时限由2天压缩到7天。", Reason.Direction, "7天", "2天")]
    [InlineData("去年议题812个，比前年的650个增长29.4%。", Reason.Change, "29.4%", "24.9%")]
    [InlineData("去年议题812个，比前年的650个下降24.9%。", Reason.Direction, "24.9%", "650个")]
    [InlineData("李庄、后刘、东王、朱口、石桥6个村列红榜。", Reason.ListedFewer, "6个", "5")]
    [InlineData("供水类增加412件，下降26.5%。", Reason.Direction, "26.5%", "412件")]
    [InlineData("服务站由120个增加到156个，增长36%。", Reason.Change, "36%", "30%")]
    [InlineData("占比由45%提高到65%，提高30个百分点。", Reason.Change, "30个百分点", "20个百分点")]
    [InlineData("投入救助资金356.8万元，救助89人，人均6万元左右。", Reason.Average, "6万元左右", "40089.89")]
    [InlineData("2023年5月受理38446件，日均1420件。", Reason.Average, "1420件", "1240")]
    [InlineData("咨询占60.5%，求助占30.2%，其他占19.3%。", Reason.SharesSum, "60.5%", "110%")]
    [InlineData("群众满意率达102%。", Reason.RateImpossible, "102%", "100")]
    [InlineData("整改完成率100%，仍有4个问题正在整改。", Reason.AllButSome, "100%", "4个")]
    [InlineData("7月14日至7月8日开展走访。", Reason.DaysBackwards, "7月14日", "7月14日")]
    [InlineData("推出四项举措：建台账、定时限、明责任。", Reason.ListedFewer, "四项", "3")]
    [InlineData("存在三个问题：一是签收慢；二是回复慢；三是重复投诉多；四是回访少。", Reason.ListedMore, "三个", "4")]
    [InlineData("项目涵盖教育、医疗、住房、交通、养老、托育7个领域。", Reason.ListedFewer, "7个", "6")]
    [InlineData("全县办结诉求13489件。截至目前，全县办结诉求超1.35万件。", Reason.Restated, "超1.35万件", "13489件")]
    [InlineData("全县146个村通客车。干部走遍164个村通知到户。", Reason.Restated, "164个", "146个")]
    [InlineData("完成投资9.42亿元，为年度目标9亿元的107.4%。", Reason.Rate, "107.4%", "104.7%")]
    [InlineData("收入1.38亿元，较上年净增1100万元，增幅7.8%。", Reason.Change, "7.8%", "8.7%")]
    [InlineData("上访19批42人次，同比批次减少13批，降幅46.0%。", Reason.Change, "46.0%", "40.6%")]
    [InlineData("实施项目23个，其中基础设施类14个、产业类9个、公益类2个。", Reason.PartsSum, "23个", "14 + 9 + 2 = 25")]
    [InlineData("办理建议、提案27件，其中建议17件、提案8件。", Reason.PartsSum, "27件", "17 + 8 = 25")]
    [InlineData("排查纠纷347件，化解339件，化解率97.7%，另外18件正在调处。", Reason.Remainder, "18件", "347 − 339 = 8")]
    [InlineData("形成决议1874项，落实1702项，落实率98.0%。", Reason.Rate, "98.0%", "90.8%")]
    [InlineData("有效评价15208件，满意14326件、基本满意531件、不满意451件。", Reason.PartsSum, "15208件", "14326 + 531 + 451 = 15308")]
    [InlineData("全市受理48236件。\n按性质：咨询27012件、求助11094件、投诉7325件、举报1448件、建议965件、表扬482件。", Reason.DigitsSwapped, "7325件", "7235")]
    [InlineData("全县受理有效案件9846件，立案9712件。\n按来源：巡查上报6893件，公众举报1654件，视频抓拍958件，其他渠道314件。", Reason.PartsSum, "9846件", "6893 + 1654 + 958 + 314 = 9819")]
    [InlineData("计划总投资38.6亿元，累计完成投资40.1亿元，占计划的109.3%。", Reason.Rate, "109.3%", "103.9%")]
    [InlineData("1、城镇新增就业12.6万人，为年度目标12万人的115%。", Reason.Rate, "115%", "105%")]
    [InlineData("交办问题1740个。截至9月底，问题办结1653个，办结率97%，余下87个。", Reason.Rate, "97%", "95%")]
    [InlineData("新收案件5362件，审结5291件，结案率97.8%。", Reason.Rate, "97.8%", "98.7%")]
    [InlineData("投入资金2860万元，实施项目572个，平均每个项目6万元。", Reason.Average, "6万元", "50000")]
    [InlineData("投诉由二季度的1086件回落到三季度的760件，下降40%。", Reason.Change, "40%", "30%")]
    [InlineData("实到资金.52亿元，同比增长18.93%。", Reason.Damaged, ".52", ".52")]
    [InlineData("公务接待支出125万元，全部控制在年初预算120万元以内。", Reason.PartExceeds, "125万元", "1250000")]
    [InlineData("资金736.5万元，已收回612.3万元，还有142.2万元未收回。", Reason.Remainder, "142.2万元", "7365000 − 6123000 = 1242000")]
    [InlineData("今年以来建立工作台账，受理群众诉求120件，办结90件，办结\n率95%。", Reason.Rate, "95%", "75%")]
    public void Marks_what_contradicts_itself(string text, Reason reason, string marked, string word)
    {
        var result = DraftCheck.Run(text);
        var finding = Assert.Single(result.Findings, f => f.Verdict is not null);
        Assert.Equal(reason, finding.Reason);
        Assert.Equal(marked, result.Quantities[finding.About[0]].Quantity.Raw);
        Assert.Equal(word, finding.Words[0]);
        Assert.Equal(finding.Verdict, result.Quantities[finding.About[0]].Verdict);
        Assert.Equal(marked, result.ByWeight.First().Quantity.Raw);
    }

    [Theory]
    [InlineData("办理601件，按时办结597件，逾期4件，按时办结率99%。")]
    [InlineData("受理228件，环比增加25件，增长12.3%。受理329件，环比增加55件，增长20%。")]
    [InlineData("办结148件，环比增加22件，增长17.5%。")]
    [InlineData("受理609件，办结329件，办结率54.02%。")]
    [InlineData("化解积案65件，办结65件，办结率100%。")]
    [InlineData("该县承担16项任务，目前9项已经完成，其余7项稳步推进。")]
    [InlineData("投入资金3.2亿元，其中中央资金1.2亿元、省级资金0.8亿元、县级资金1.2亿元。")]
    [InlineData("全县共有党员1200名，其中女党员300名、35岁以下党员420名。")]
    [InlineData("万福镇建立各类台账1194件，敦厚镇建立各类台账1138件。")]
    [InlineData("信访事项428件化解率100%。")]
    [InlineData("参观2000人。接待2000人次。")]
    [InlineData("今年拟安排赤字1.2万亿元，比去年预算增加4000亿元，其中中央赤字8500亿元，代地方发债3500亿元。")]
    [InlineData("筹资标准由每人每年50元提高到100元，其中财政补助标准由40元提高到80元。")]
    [InlineData("赤字1.62万亿元，比去年增加2700亿元，赤字率从2.1%提高到2.3%。")]
    [InlineData("取消192项审批中介服务事项、220项职业资格许可事项。")]
    [InlineData("全市39项实事项目（其中省项目26项，市项目13项）中有27项完成过半。")]
    [InlineData("税收收入10.64亿元，非税收入5.18亿元，合计15.8亿元。")]
    [InlineData("常住人口34.56万人，其中60岁以上5.6万人，占16.3%。")]
    [InlineData("计划改造4000户，已改造4312户。")]
    [InlineData("一季度，全县受理诉求12940件；二季度，全县受理诉求12990件。")]
    [InlineData("交通类783件、城建类579件、政法类562件，占工单总量2495件的77%。")]
    [InlineData("去年议题812个，比前年的650个增长24.9%。李庄、后刘、东王3个村列红榜。")]
    [InlineData("出台政策21项，解决1.9万件具体诉求。选取13个问题，完成任务96项。制定问题68条，制定整改措施215条。")]
    [InlineData("反映问题36个，立行立改8个，限期整改28个。")]
    [InlineData("群众评价1866条，满意1703条、基本满意121条、不满意42条，满意率（含基本满意）97.7%。")]
    [InlineData("投入2亿元，惠及5万人，人均可支配收入达1.5万元。")]
    [InlineData("收到诉求2877件，自行处理2276件，派单601件，按时结案597件，超时办理4件。其中热线派单532件，互动派单69件。")]
    [InlineData("群众反映问题共49件，全部回复，未办结1件，办结率98%。")]
    [InlineData("共受理网络件618件。其中：书记信箱52件，上升6%；公开电话346件，上升5%；区长信箱220件，上升4%；收到表扬信29件。")]
    [InlineData("共受理各类问题8480件。其中，电话受理8341件，电子邮件受理137件，短信受理2条。")]
    [InlineData("涉及39类职能范围。其中，集中在水电气暖（共1088件）、城市管理（共355件）。")]
    [InlineData("投诉类4733件，占51.28%；咨询类3162件，占34.26%；求助类238件，占2.58%；建议类114件，占1.23%；举报类14件，占0.15%；其他969件，占10.50%。")]
    [InlineData("2025年4月1日至4月30日共转派工单4567件，按期办结率100%，截至7月6日全部评价。")]
    [InlineData("带动贫困户就业15人；开发岗位56个，其中保洁员31人，护林员25人。有4批项目已批复，其中大村长项目6个。")]
    [InlineData("支出决算为62.07万元，完成全年预算84.82万元的73.2%，比上年增加38.97万元，增长168.7%。")]
    [InlineData("高峰时段15秒接通率94.6%，工单办结率99.1%。")]
    [InlineData("省交办52件，已全部化解；自排积案118件，办结97件，尚有21件未结。")]
    [InlineData("安排9个县，平均每县960万元。其中3个重点县共4320万元。")]
    [InlineData("受理100件，办结90件，办结率90%，逾期未办结2件。")]
    [InlineData("总投资12亿元，完成年度目标9亿元的80%。重复率28.4%，力争控制在25%以内。")]
    [InlineData("回访16320件，有效评价15208件，满意14326件、基本满意531件、不满意351件，满意率97.7%。")]
    public void Raises_no_false_alarm(string text) => Assert.DoesNotContain(DraftCheck.Run(text).Findings, f => f.Verdict is not null);

    [Fact]
    public void Finds_what_does_not_add_up_in_the_published_reviews_and_nothing_else()
    {
        List<(string, Reason)> found = [];
        foreach (var file in Directory.GetFiles(Sample.Folder, "00*.txt").Order(StringComparer.Ordinal))
        {
            var result = DraftCheck.Run(File.ReadAllText(file));
            found.AddRange(result.Findings.Where(f => f.Reason != Reason.Holds).Select(f => (Path.GetFileName(file)[..3], f.Reason)));
        }
        Assert.Equal(
            [("000", Reason.HedgeClash), ("001", Reason.ListedFewer), ("002", Reason.PeoplePerHome), ("003", Reason.OddHedge), ("003", Reason.UnitVaries), ("003", Reason.StillAndDone), ("003", Reason.ListedFewer)],
            found);
    }

    [Fact]
    public void Of_a_report_without_its_records_marks_only_what_is_wrong()
    {
        var result = DraftCheck.Run(Sample.Text("05-weekly-report.txt"));
        var marked = result.Quantities.Where(q => q.Quantity.IsClaim && q.Verdict != Verdict.Unbound).Select(q => (q.Quantity.Raw, q.Verdict));
        Assert.Equal([("1183件", Verdict.Contradicts), ("84.38%", Verdict.UnclearBase)], marked);
    }

    [Fact]
    public void Takes_the_records_before_everything_else()
    {
        var result = DraftCheck.Run("受理412件，近620件办结，约40件在办，培训31954人，12月1098件，占84.38%，其余35件。", new Book());
        Assert.Equal(
            [Verdict.Overstated, Verdict.Understated, Verdict.AgreesWithinHedge, Verdict.WrongUnit, Verdict.WrongDate, Verdict.UnclearBase, Verdict.Unbound],
            result.Quantities.Where(q => q.Quantity.IsClaim).Select(q => q.Verdict));
        Assert.Equal("matters", result.Quantities[0].Figure);
        Assert.Equal(Verdict.Overstated, result.ByWeight.First().Verdict);
    }

    [Fact]
    public void Reads_a_long_text_in_linear_time_without_dwelling_on_a_run()
    {
        var article = string.Concat(Directory.GetFiles(Sample.Folder, "00*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        DraftCheck.Run(article);
        string[] texts = [string.Concat(Enumerable.Repeat(article, 60))[..1_000_000], string.Concat(Enumerable.Repeat("共9项，其中4项，尚有3项，合计占3%、其他4项，", 1_000)), new('1', 300_000), string.Concat(Enumerable.Repeat("一二三四五六七八九十百", 30_000)), new('“', 300_000), string.Concat(Enumerable.Repeat("甲、", 150_000)) + "等4项"];
        foreach (var text in texts)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            DraftCheck.Run(text);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{text[..8]}: {clock.Elapsed}");
        }
    }

    private sealed class Book : IFigureBook
    {
        public FigureMatch? Find(Quantity quantity, string sentence, int at, string paragraph) => quantity.Value switch
        {
            412 => Only(391, "件"),
            620 => Only(628, "件", "closed"),
            40 => Only(39.8938m, "件", "open"),
            31954 => Only(31954, "人次", "trained"),
            1098 => new FigureMatch(new KnownFigure("month", "办件", 748, "件", null), [new KnownFigure("month", "办件", 1098, "件", new DateOnly(2021, 11, 30))], []),
            84.38m => new FigureMatch(new KnownFigure("rate", "满意率", 88.5621m, "%", null), [], [new KnownFigure("rate", "满意率", 84.3798m, "%", null)]),
            _ => null,
        };

        private static FigureMatch Only(decimal value, string unit, string key = "matters") => new(new KnownFigure(key, "办件", value, unit, null), [], []);
    }
}
