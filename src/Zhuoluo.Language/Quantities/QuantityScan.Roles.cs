namespace Zhuoluo.Language.Quantities;

// What a number is in its text: a count, a rank, part of a name.
internal sealed partial class QuantityScan
{
    private Role RoleOf(Measure measure, int at, int end, Numeral numeral)
    {
        if (_nameEnd > at)
        {
            return IsAward(numeral, end) ? Role.Figure : Role.Label;
        }
        if (Next(end, "级") && measure.Unit is not "个")
        {
            // 百万吨级, 亿元级
            return Role.Label;
        }
        if (measure.Dimension == Dimension.Money)
        {
            // 单位:万元, 超亿元项目6个: the unit of a table, and which ones are counted
            return numeral is { Bare: true, Value: >= 10_000 } && (!HasHedge(at) || IsKind(end)) ? Role.Label : Role.Money;
        }
        if (measure.Unit == "百分点")
        {
            return Role.Percent;
        }
        if (measure.Unit is "倍" or "番" or "折")
        {
            return Role.Ratio;
        }
        if (IsRank(at) && measure.Unit is "人" or "名" or "个")
        {
            return Role.Rank;
        }
        if (measure.Unit is "天" or "日" && measure.Length == 1 && _form[end - 1] == '日' && numeral is { Script: NumeralScript.Arabic, Value: <= 31 } && !IsWithin(end) && !IsSpell(at))
        {
            return Role.Date;
        }
        if (measure.Dimension == Dimension.Age && !IsAverage(at, numeral) || measure.Dimension == Dimension.Score && measure.Unit is not "分" && !EndsWith(at, "平均"))
        {
            return Role.Label;
        }
        if (measure.Unit == "小时" && numeral.Value == 24 || measure.Dimension == Dimension.Time && IsCircle(end))
        {
            return Role.Label;
        }
        if (measure.Unit == "次" && IsSession(at, end))
        {
            return Role.Ordinal;
        }
        if (measure.Unit is "周年" || measure.Unit is "年" or "周" && (Next(end, "行动") || Next(end, "计划") || Next(end, "规划") || Next(end, "攻坚") || IsAnniversary(at) || IsStanding(at) || Next(end, "年")))
        {
            return Role.Label;
        }
        if (measure.Unit == "份" && (EndsWith(at, "共印") || EndsWith(at, "(印")) || measure.Unit == "页" && EndsWith(at, "共") && Form[Math.Max(0, at - 4)..at].IndexOf('页') >= 0)
        {
            // 共印65份, 第1页 共3页: of the paper itself
            return Role.Label;
        }
        if (measure.Unit is "级" or "层" && numeral.Script == NumeralScript.Han || measure.Unit is "类" or "种" && numeral.Script == NumeralScript.Han && numeral.Value <= 10)
        {
            return Role.Label;
        }
        if (IsGrouping(end, numeral) || measure.Dimension == Dimension.Time && numeral.Script == NumeralScript.Han && Next(end, "一") && end + 1 < _form.Length && Han.IsCommon(_form[end + 1]))
        {
            return Role.Label;
        }
        if (numeral.Bare)
        {
            // 百名书记, 百场系列活动, 百日攻坚: round words in names; 十年 and hedged ones are said in earnest.
            return numeral.Value == 10 || HasHedge(at) || NumeralReader.IsOver(_form[at + numeral.Length]) ? Role.Figure : Role.Label;
        }
        return numeral is { Script: NumeralScript.Han, Value: <= 20, Vague: false } && IsSlogan(end, measure) ? Role.Label : Role.Figure;
    }

    // 平均时长2日, 办理时限压缩至5日: so many days, not a day of the month
    private bool IsSpell(int at)
    {
        foreach (var word in (ReadOnlySpan<string>)["时长", "用时", "耗时", "历时", "为期", "时限", "缩短", "缩短至", "缩短到", "压缩至", "压缩到", "提前"])
        {
            if (EndsWith(at, word))
            {
                return true;
            }
        }
        return false;
    }

    // 15日内, 5个工作日以内; 3年内部审计 and 内容 are other words
    private bool IsWithin(int end) =>
        Next(end, "以内") || Next(end, "之内") || Next(end, "内") && !(end + 1 < _form.Length && _form[end + 1] is '部' or '容' or '设' or '涵' or '外' or '生' or '控' or '需');

    // 亿元企业, 千万元村: kinds of things
    private bool IsKind(int end)
    {
        foreach (var kind in (ReadOnlySpan<string>)["项目", "企业", "产业", "工程", "园区", "集群", "大户", "村", "镇", "乡", "县"])
        {
            if (Next(end, kind))
            {
                return true;
            }
        }
        return false;
    }

    private bool HasHedge(int at)
    {
        var hedge = default(Hedge);
        HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        return hedge.Qualifier != Qualifier.Exact;
    }

    // 平均年龄42.6岁, 预期寿命达到78岁: a figure; 60岁以上老人 says who.
    private bool IsAverage(int at, Numeral numeral) =>
        numeral.Digit != 1 || Form[Math.Max(clauses.ClauseStart(at), at - 12)..at] is var before && (before.IndexOf("平均", StringComparison.Ordinal) >= 0 || before.IndexOf("寿命", StringComparison.Ordinal) >= 0);

    // 15分钟便民生活圈, 1小时交通圈
    private bool IsCircle(int end)
    {
        for (var i = end; i < _form.Length && i - end < 8 && Han.IsCommon(_form[i]); i++)
        {
            if (_form[i] == '圈')
            {
                return true;
            }
        }
        return false;
    }

    // 十七届人大三次会议, 政协四次全会; 召开三次会议 is a count
    private bool IsSession(int at, int end) =>
        (Next(end, "会议") || Next(end, "全会") || Next(end, "全体会议")) && (EndsWith(at, "人大") || EndsWith(at, "代表大会") || EndsWith(at, "政协") || EndsWith(at, "党代会") || EndsWith(at, "委员会") || EndsWith(at, "届"));

    // 党龄满50年的老党员: says who
    private bool IsStanding(int at) =>
        Form[Math.Max(clauses.ClauseStart(at), at - 5)..at] is var before && (before.IndexOf("党龄", StringComparison.Ordinal) >= 0 || before.IndexOf("工龄", StringComparison.Ordinal) >= 0 || before.IndexOf("教龄", StringComparison.Ordinal) >= 0 || before.IndexOf("在党", StringComparison.Ordinal) >= 0);

    // 十户一体, 五户联保: so many to one
    private bool IsGrouping(int end, Numeral numeral) =>
        numeral is { Script: NumeralScript.Han, Vague: false, Value: <= 100 } && (Next(end, "一") || Next(end, "联")) && end + 1 < _form.Length && Han.IsCommon(_form[end + 1])
        && (end + 2 >= _form.Length || !Han.IsCommon(_form[end + 2]));

    // 建党100周年, 成立100年
    private bool IsAnniversary(int at) => EndsWith(at, "建党") || EndsWith(at, "成立") || EndsWith(at, "建国") || EndsWith(at, "建军") || EndsWith(at, "诞辰");

    // 连获“三个优秀”: the whole name is the number with what it counts, and it is said to have been won.
    private bool IsAward(Numeral numeral, int end) =>
        numeral is { Script: NumeralScript.Han, Bare: false, Value: >= 2 } && _nameStart >= 2 && _nameEnd - end <= 4 && Form[_nameStart] == Form[end - numeral.Length - 1]
        && Form[Math.Max(0, _nameStart - 3)..(_nameStart - 1)].IndexOfAny("获夺摘") >= 0;

    // 六个方面, 三个转变, 两个维护: what follows is not a thing that is counted.
    private bool IsSlogan(int end, Measure measure) =>
        measure.Unit == "个" && (_form[end - 1] == '面' || Next(end, "方面") || Next(end, "转变") || Next(end, "到位") || Next(end, "坚持") || Next(end, "确保") || Next(end, "必须") || Next(end, "结合")
            || Next(end, "统筹") || Next(end, "强化") || Next(end, "聚焦") || Next(end, "提升") || Next(end, "关键") || Next(end, "维度") || Next(end, "层面") || Next(end, "文明") || Next(end, "革命") || Next(end, "自信")
            || Next(end, "意识") || Next(end, "一") || Next(end, "不") || Next(end, "更") || Next(end, "全面") || Next(end, "全覆盖") || Next(end, "清单") || Next(end, "服务") || Next(end, "走在前")
            || Next(end, "特点") || Next(end, "特征") || Next(end, "亮点") || Next(end, "抓手") || Next(end, "原则") || Next(end, "标准") || Next(end, "理念") || Next(end, "导向") || Next(end, "体系")
            || Next(end, "突出") || Next(end, "注重") || Next(end, "主动") || Next(end, "严格") || Next(end, "优先") || Next(end, "到底") || Next(end, "作用") || Next(end, "环节") || Next(end, "字"));

    // 每名领导至少领办一个, 每月一次: how it is to be done, not how often it was.
    private bool IsRule(int at, Numeral numeral)
    {
        if (numeral.Script != NumeralScript.Han || numeral.Value > 12)
        {
            return false;
        }
        var clause = Form[Math.Max(clauses.ClauseStart(at), at - 16)..at];
        var every = clause.IndexOf('每');
        return every >= 0 && every + 1 < clause.Length && clause[every + 1] is '名' or '个' or '位' or '人' or '户' or '月' or '季' or '年' or '周' or '天' or '日' or '村' or '家' or '镇'
            || Form[Math.Max(clauses.ClauseStart(at), at - 3)..at] is "一周" or "一月" or "一年" or "一季" or "一日";
    }

    // 一 counts only behind what it counts and at the end of a clause: 新建便民桥一座，
    private bool IsCounted(int at, int end, Measure measure) =>
        measure.Dimension is Dimension.Body or Dimension.Device or Dimension.Household or Dimension.Text && measure.Unit is not ("家" or "面" or "片" or "层" or "门" or "把" or "对" or "节" or "篇" or "首" or "口" or "块" or "处")
        && at - clauses.ClauseStart(at) >= 3 && _form[at - 1] is >= '\u4E00' and <= '\u9FFF' && _form[at - 1] is not ('这' or '那' or '每' or '另' or '同' or '第' or '了')
        && (end >= _form.Length || _form[end] is '，' or '。' or '；' or '、' or '\n' or '和' or '及');

    private bool IsPartOfWord(int at, Numeral numeral, int after, int end, Measure measure)
    {
        var next = end < _form.Length ? _form[end] : '\n';
        if (numeral.Script == NumeralScript.Arabic)
        {
            return measure.Unit == "面" && next is '向' || measure.Unit == "号" || measure.Unit == "班" && (next is '子' or '组' or '级' or '长' or '干' or '主' or '倒' or '线' or '车' || at > 0 && _form[at - 1] is '级' or ')') || measure.Unit == "通" && next is '过' or '知' or '车' or '道' or '行' or '报' or '告' or '讯' or '信' or '水' or '达' or '用' or '常' or '组' or '村' or '一' or '平' || measure.Unit == "票" && next is '决' or '价' or '据' or '务' or '选' or '证' or '制' || measure.Unit == "段" && next is '落' or '子' || measure.Unit == "款" && next is '项' or '物' or '待' or '规' || measure.Unit == "单" && next is '元' or '独' or '个' or '车' || measure.Unit == "批" && next is '发' or '准' or '复' || measure.Unit == "排" && next is '名' or '查' or '队' or '污' or '水' || measure.Unit == "方" && next is '面' or '案' or '式' or '向' || measure.Unit == "年" && next == '级';
        }
        if (at > 0 && (_form[at - 1] is '某' or '哪' or '周' or '期' && _form[at] != '十' && EndsWith(at, "星期") || _form[at] == '一' && _form[at - 1] is '这' or '那' or '各' or '统' or '唯' or '专' or '同' or '逐' or '之' or '万' or '不'))
        {
            return true;
        }
        if (_form[at] == '二' && numeral is { Length: 1, Vague: false })
        {
            return true;
        }
        if (numeral.Bare && measure.Unit is "分" or "里" or "家" or "亩" or "度" or "倍" or "方" or "点" or "面" or "日" && !(measure.Unit == "日") && !HasHedge(at) && after == at + 1)
        {
            return true;
        }
        return measure.Unit switch
        {
            // 吃水要到三里外去挑
            "里" when next is '外' or '远' or '地' or '路' => false,
            "周" when HedgeWords.IsBehind(Form, end) || IsWithin(end) => false,
            "分" or "度" or "班" or "通" or "款" or "段" or "孔" or "粒" or "朵" or "窝" or "方" or "点" or "道" or "步" or "里" or "角" or "口" or "头" or "把" or "句" or "门" or "回" or "面" or "片" or "线路" or "级" or "层" or "课" or "讲" or "集" or "周" or "节" or "对" or "副" or "题" or "字" or "档" or "封" or "页" or "股"
                => numeral.Value < 100 && !HasHedge(at) && after == at + numeral.Length && measure.Length == 1,
            "处" => next is '奔' or '寻' or '走' or '打' or '飘' or '可' or '漏',
            "人" => next is '大' or '才' or '民' or '均' or '行' or '生',
            "家" => next is '万' or '家' or '园' or '庭' or '长',
            "部" => next is '门' or '队' or '分' or '曲' or '件',
            // 三期提质改造 is one of several; 举办三期培训班 counts them
            "期" => numeral.Length == 1 && (next is '工' or '项' or '建' or '间' or '末' || Han.IsCommon(next) && at > 0 && Han.IsCommon(_form[at - 1]) && _form[at - 1] is not ('办' or '展' or '设' or '织' or '发' or '出' or '成' or '了' or '共' or '放' or '送' or '行' or '刊' or '训' or '班')),
            "届" => true,
            "组" => numeral.Length == 1,
            _ => false,
        };
    }

    private bool IsRank(int at)
    {
        var from = Math.Max(clauses.ClauseStart(at), at - 4);
        var before = Form[from..at];
        if (Next(at + 1, "位") && (EndsWith(at, "前移") || EndsWith(at, "后移") || EndsWith(at, "前进") || EndsWith(at, "上升") || EndsWith(at, "提升") || EndsWith(at, "跃升") || EndsWith(at, "进位") || EndsWith(at, "下降")))
        {
            return true;
        }
        return at > 0 && _form[at - 1] == '后' && (EndsWith(at, "名后") || EndsWith(at, "居后") || EndsWith(at, "列后") || EndsWith(at, "排后")) || at > 0 && _form[at - 1] == '前' && !(at > 1 && _form[at - 2] is '以' or '之' or '目' or '年' or '提')
            || before.EndsWith("位列", StringComparison.Ordinal) || before.EndsWith("排名", StringComparison.Ordinal) || before.EndsWith("居第", StringComparison.Ordinal) || before.EndsWith("排第", StringComparison.Ordinal);
    }
}
