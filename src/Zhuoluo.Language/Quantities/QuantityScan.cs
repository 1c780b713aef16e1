namespace Zhuoluo.Language.Quantities;

/// <summary>One pass over a text: at each place the first reading that fits takes its stretch, the surest first.</summary>
internal sealed class QuantityScan(string given, CleanText clean, Clauses clauses)
{
    private readonly string _form = clean.Form;
    private readonly Names _names = Names.Of(clean.Form);
    private readonly List<Quantity> _found = [];
    private int _nameEnd = -1;
    private int _nameStart = -1;
    private int? _textYear;
    private int? _year;
    private int _yearParagraph;
    private WrittenDate? _asOf;
    private int _asOfParagraph;
    private int _forecastSentence = -1;
    private int _forecastAt;

    private ReadOnlySpan<char> Form => _form;

    public List<Quantity> Run()
    {
        _textYear = _year = FirstYear();
        for (var at = 0; at < _form.Length;)
        {
            if (!MayBegin(_form[at]))
            {
                at++;
                continue;
            }
            _nameEnd = _names.TryAround(at, out _nameStart, out var end) ? end : -1;
            at = Step(at);
        }
        return _found;
    }

    private static bool MayBegin(char c) =>
        char.IsAsciiDigit(c) || c is '第' or '百' or '千' or '万' or '十' or '几' or '数' or '上' or '好' or '每' or '一' or '二' or '两' or '三' or '四' or '五'
            or '六' or '七' or '八' or '九' or '〇' or '零' or '廿' or '卅' or '壹' or '贰' or '叁' or '肆' or '伍' or '陆' or '柒' or '捌' or '玖' or '拾' or '佰' or '仟'
            or '最' or '过' or '半' or '〔' or '双' or '亿';

    /// <summary>Reads what begins at a place and returns where to go on.</summary>
    private int Step(int at)
    {
        var isName = _nameEnd > at;
        if (_form[at] == '〔')
        {
            return DocumentNumber(at);
        }
        if (DateReader.TryRead(Form, at, out var dateLength, out var date) && !(isName && date.Day is null && date.Year is null))
        {
            return Date(at, dateLength, date);
        }
        if (!isName && !char.IsAsciiDigit(_form[at]) && LabelWords.At(Form, at, out var isIdiom) is > 0 and var label)
        {
            if (!isIdiom && HanNumerals.TryRead(Form[at..], out var inside) && !inside.Vague)
            {
                Add(at, at + label, Role.Label, inside.Value, null, Dimension.Thing);
            }
            return at + label;
        }
        if (_form[at] == '第')
        {
            return Ordinal(at);
        }
        if (SectionNumber(at) is > 0 and var section)
        {
            return at + section;
        }
        if (char.IsAsciiDigit(_form[at]) && (Expression(at) is > 0 and var next))
        {
            return next;
        }
        if (Range(at) is > 0 and var behindRange)
        {
            return behindRange;
        }
        if (Share(at) is > 0 and var behindShare)
        {
            return behindShare;
        }
        return NumeralReader.TryRead(Form, at, out var numeral) ? Number(at, numeral) : Unread(at);
    }

    // A long run of Han digits is no number: passed over at once, so that no text takes more than linear time.
    private int Unread(int at)
    {
        var end = at;
        while (end < _form.Length && _form[end] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿' or '零' or '〇' or '两')
        {
            end++;
        }
        return end - at > 6 ? end : at + 1;
    }

    // 〔2026〕12号
    private int DocumentNumber(int at)
    {
        var close = _form.AsSpan(at, Math.Min(8, _form.Length - at)).IndexOf('〕');
        if (close < 0)
        {
            return at + 1;
        }
        var end = at + close + 1;
        while (end < _form.Length && char.IsAsciiDigit(_form[end]))
        {
            end++;
        }
        end += end < _form.Length && _form[end] == '号' ? 1 : 0;
        Add(at, end, Role.Id, null, null, Dimension.Thing);
        return end;
    }

    private int Date(int at, int length, WrittenDate date)
    {
        if (date == default)
        {
            Add(at, at + length, Role.Date, null, null, Dimension.Time);
            return at + length;
        }
        var written = date;
        // A year holds for the dates behind it in its paragraph; another paragraph begins with the year of the text again.
        if (clauses.ParagraphOf(at) != _yearParagraph)
        {
            (_year, _yearParagraph) = (_textYear, clauses.ParagraphOf(at));
        }
        if (date.Year is { } year)
        {
            _year = year;
        }
        else
        {
            date = date with { Year = RelativeYear(at) ?? _year };
        }
        var broken = !date.Exists || !written.Exists;
        var said = broken ? (WrittenDate?)null : date;
        _found.Add(new Quantity(clean.Origin[at], clean.EndOf(at + length), Raw(at, at + length), null, default, null, Dimension.Time,
            Qualifier.Exact, Role.Date, said, 1, at, at + length)
        { IsBroken = broken });
        if (EndsWith(at, "截至") || EndsWith(at, "截止到") || EndsWith(at, "截止") || EndsWith(at, "截至到"))
        {
            (_asOf, _asOfParagraph) = (said, clauses.ParagraphOf(at));
        }
        return at + length;
    }

    private int? RelativeYear(int at) =>
        _year is { } year ? EndsWith(at, "去年") || EndsWith(at, "上年") ? year - 1 : EndsWith(at, "明年") ? year + 1 : null : null;

    private int Ordinal(int at)
    {
        if (at + 1 >= _form.Length || !NumeralReader.TryRead(Form, at + 1, out var numeral) || numeral.Vague)
        {
            return at + 1;
        }
        var after = at + 1 + numeral.Length;
        if (after < _form.Length && _form[after] is '名' or '位')
        {
            Add(at, after + 1, Role.Rank, numeral.Value, "名", Dimension.Thing);
            return after + 1;
        }
        if (Measures.TryRead(Form, after, out var measure) && measure.Unit is not ("点" or "线" or "方" or "分" or "角"))
        {
            var end = after + measure.Length;
            Add(at, end, IsCongress(end) || numeral.Value == 1 && measure.Unit is not ("期" or "次" or "轮" or "届" or "季" or "场") ? Role.Label : Role.Ordinal,
                numeral.Value, measure.Unit, measure.Dimension);
            return end;
        }
        // 第二巡回指导组 counts groups; 第一书记 and 第八分区 are names.
        var group = numeral.Value > 1 && Form[after..Math.Min(_form.Length, after + 7)].IndexOf('组') >= 0;
        Add(at, after, group ? Role.Ordinal : Role.Label, numeral.Value, group ? "个" : null, Dimension.Thing);
        return after;
    }

    private bool IsCongress(int at)
    {
        var next = Form[at..Math.Min(_form.Length, at + 8)];
        return next.StartsWith("全国代表", StringComparison.Ordinal) || next.StartsWith("党代", StringComparison.Ordinal) || next.StartsWith("代表大会", StringComparison.Ordinal)
            || next.IndexOf("中全会", StringComparison.Ordinal) >= 0 || next.StartsWith("人民代表", StringComparison.Ordinal) || next.StartsWith("人代会", StringComparison.Ordinal)
            || next.StartsWith("政协", StringComparison.Ordinal) || next.StartsWith("全会", StringComparison.Ordinal);
    }

    // 一、 (一) 1. 1、 ① 一是 at the beginning of a line or sentence
    private int SectionNumber(int at)
    {
        var open = at > 0 && _form[at - 1] == '(' ? 1 : 0;
        var before = at - open - 1;
        while (before >= 0 && _form[before] == ' ')
        {
            before--;
        }
        var isStart = before < 0 || _form[before] is '\n' or '。' or '；' or ':' or '！';
        if (!isStart || !NumeralReader.TryRead(Form, at, out var numeral) || numeral.Vague || numeral.Value > 50 || numeral.Value != decimal.Truncate(numeral.Value))
        {
            return 0;
        }
        var after = at + numeral.Length;
        if (after >= _form.Length)
        {
            return 0;
        }
        var lineStart = before < 0 || _form[before] == '\n';
        var isSection = open == 1 && _form[after] == ')'
            || lineStart && _form[after] is '、' or '.' or ')' && !(after + 1 < _form.Length && char.IsAsciiDigit(_form[after + 1]))
            || numeral.Script == NumeralScript.Han && _form[after] == '是';
        if (!isSection)
        {
            return 0;
        }
        Add(at, after, Role.Ordinal, numeral.Value, null, Dimension.Thing);
        return numeral.Length;
    }

    // 1+5+N, 1+1=0, 7×24小时, 1:3, 3/4, 12345, 13800000000, 5G
    private int Expression(int at)
    {
        if (at > 0 && (char.IsAsciiLetter(_form[at - 1]) || _form[at - 1] is '_' or '@' or '#') && !IsRankAhead(at))
        {
            var stop = Run(at);
            Add(at, stop, Role.Id, null, null, Dimension.Thing);
            return stop;
        }
        var end = Digits(at);
        if (end < _form.Length && _form[end] is '+' or '×' or 'x' or '*' or '=')
        {
            var stop = end;
            while (stop < _form.Length && stop - at < 40 && (char.IsAsciiLetterOrDigit(_form[stop]) || _form[stop] is '+' or '×' or '*' or '=' or '.'))
            {
                stop++;
            }
            Label(at, Form[stop..].StartsWith("小时", StringComparison.Ordinal) ? stop + 2 : stop);
            return stop;
        }
        if (end + 1 < _form.Length && _form[end] is ':' or '/' && char.IsAsciiDigit(_form[end + 1]) && Digits(end + 1) is var ratio && !Measures.TryRead(Form, ratio, out _))
        {
            Add(at, ratio, Role.Ratio, null, null, Dimension.Share);
            return ratio;
        }
        if (end < _form.Length && char.IsAsciiLetter(_form[end]) && !Measures.TryRead(Form, end, out _))
        {
            var stop = Run(at);
            Add(at, stop, Role.Id, null, null, Dimension.Thing);
            return stop;
        }
        var digits = end - at;
        var isPhone = digits >= 7 && end < _form.Length && _form[end] == '-' || digits is 3 or 4 && _form[at] == '0' && Form[at..end].IndexOf('.') < 0;
        if (digits >= 15 || isPhone || ((digits >= 7 || IsHotline(at, digits)) && !HasMeasure(end)))
        {
            var stop = end;
            while (stop < _form.Length && (char.IsAsciiDigit(_form[stop]) || _form[stop] == '-' && stop + 1 < _form.Length && char.IsAsciiDigit(_form[stop + 1])))
            {
                stop++;
            }
            Add(at, stop, Role.Id, null, null, Dimension.Thing);
            return stop;
        }
        return 0;
    }

    private void Label(int at, int end)
    {
        // The label as a whole, then nothing of its parts: 4+6+N has no value of its own, its members do.
        var first = true;
        for (var i = at; i < end; i++)
        {
            if (char.IsAsciiDigit(_form[i]) && (i == at || !char.IsAsciiDigit(_form[i - 1])))
            {
                var stop = Digits(i);
                Add(first ? at : i, stop, Role.Label, decimal.Parse(Form[i..stop].ToString().Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture), null, Dimension.Thing);
                first = false;
                i = stop;
            }
        }
    }

    private bool HasMeasure(int at) =>
        at < _form.Length && (NumeralReader.IsOver(_form[at]) || _form[at] is '.' or '万' or '亿' or '%' or '强' || Measures.TryRead(Form, at, out _));

    private bool IsHotline(int at, int digits) => Form.Slice(at, digits) is "110" or "119" or "120" or "122" or "12345" or "12315" or "12348" or "12333" or "12388" or "12389" or "12380" or "12377" or "95598" or "114"
        || digits == 5 && Form.Slice(at, 2) is "12" or "95" or "96";

    private bool IsRankAhead(int at) => Digits(at) is var end && end < _form.Length && _form[end] is '强' or '佳';

    private int Digits(int at)
    {
        while (at < _form.Length && (char.IsAsciiDigit(_form[at]) || _form[at] is '.' or ',' && at + 1 < _form.Length && char.IsAsciiDigit(_form[at + 1])))
        {
            at++;
        }
        return at;
    }

    private int Run(int at)
    {
        while (at < _form.Length && (char.IsAsciiLetterOrDigit(_form[at]) || _form[at] is '-' or '.' or '_'))
        {
            at++;
        }
        return at;
    }

    // 3至5个, 6-9岁, 10～20万元, 百分之三到五
    private int Range(int at)
    {
        if (!NumeralReader.TryRead(Form, at, out var low) || low.Vague || low.Bare)
        {
            return 0;
        }
        var middle = at + low.Length;
        var isPercent = middle < _form.Length && _form[middle] == '%';
        var hasMeasure = Measures.TryRead(Form, middle + (isPercent ? 1 : 0), out var first) && !isPercent;
        var sign = middle + (isPercent ? 1 : hasMeasure ? first.Length : 0);
        if (sign >= _form.Length || _form[sign] is not ('-' or '—' or '～' or '至' or '到'))
        {
            return 0;
        }
        var from = sign + 1;
        while (from < _form.Length && _form[from] is '—' or '-')
        {
            from++;
        }
        if (!NumeralReader.TryRead(Form, from, out var high) || high.Vague || high.Bare || high.Script != low.Script)
        {
            return 0;
        }
        var after = from + high.Length;
        var over = after < _form.Length && NumeralReader.IsOver(_form[after]) ? 1 : 0;
        if (after < _form.Length && _form[after] == '%')
        {
            return AddRange(at, after + 1, low.Value, high.Value, new Measure("%", Dimension.Share, 1, 1), Role.Percent);
        }
        if (!Measures.TryRead(Form, after + over, out var measure) || (hasMeasure && measure.Dimension != first.Dimension))
        {
            return 0;
        }
        // 2-3万元: the first number has the place of the second.
        var lowValue = low.Value < high.Value || high.Digit <= low.Digit ? low.Value : low.Value;
        if (!hasMeasure && high.Script == NumeralScript.Arabic && PlaceAtEnd(after) is var place && PlaceAtEnd(middle) == 1 && place > 1 && low.Value < high.Value / place * 10)
        {
            lowValue = low.Value * place;
        }
        var role = RoleOf(measure, at, after + over + measure.Length, high);
        return AddRange(at, after + over + measure.Length, lowValue * measure.Factor, high.Value * measure.Factor, measure, role);
    }

    private decimal PlaceAtEnd(int after) => after > 0 ? _form[after - 1] switch { '万' => 10_000, '亿' => 100_000_000, '千' => 1_000, '百' => 100, _ => 1 } : 1;

    private int AddRange(int at, int end, decimal low, decimal high, Measure measure, Role role)
    {
        var hedge = default(Hedge);
        var start = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        end = HedgeWords.Behind(Form, end, ref hedge);
        var broken = low > high;
        _found.Add(new Quantity(clean.Origin[start], clean.EndOf(end), Raw(start, end), broken ? null : low, broken ? default : new Interval(low, true, high, true),
            measure.Unit, measure.Dimension, hedge.Estimated || IsForecast(at) ? Qualifier.Estimated : Qualifier.Range,
            _nameEnd > at ? Role.Label : role, AsOfAt(at), 1, at, end)
        { IsBroken = broken, Printed = Form.Slice(end - Math.Min(measure.Length, end), Math.Min(measure.Length, end)).ToString() });
        return end;
    }

    private int Share(int at)
    {
        if (_form[at] is '过' or '半' or '最' or '每' or '双')
        {
            // 过半, 半数: said, but no more than that.
            return Form[at..].StartsWith("过半", StringComparison.Ordinal) && !(at > 0 && _form[at - 1] == '超')
                ? Said(at, at + 2, 50, new Interval(50, false, 100, true), Qualifier.Over) : 0;
        }
        if (_form[at] == '一' && Form[at..].StartsWith("一半", StringComparison.Ordinal))
        {
            return Said(at, at + 2, 50, Interval.Point(50), Qualifier.Exact);
        }
        if (Fraction(at) is > 0 and var behind)
        {
            return behind;
        }
        if (!Shares.TryRead(Form, at, out var length, out var points, out var digit))
        {
            return 0;
        }
        var end = at + length;
        var hedge = default(Hedge);
        var start = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        if (end < _form.Length && NumeralReader.IsOver(_form[end]) && _form[end - 1] == '成')
        {
            hedge.Over = true;
            end++;
        }
        end = HedgeWords.Behind(Form, end, ref hedge);
        hedge.Estimated |= IsForecast(at);
        var grain = _form[at + length - 1] == '成' ? 10 : NumeralReader.Grain(points, digit, digit != 1);
        // 近八成: not five points below.
        grain = hedge.Nearly && grain == 10 && _form[at + length - 1] == '成' ? 5 : grain;
        Keep(start, end, at, points, hedge, grain, hedge.Qualifier == Qualifier.Exact ? digit / 2 : 0, "%", Dimension.Share, _nameEnd > at ? Role.Label : Role.Percent, digit, at + length);
        return end;
    }

    // 三分之二 and 3分之2; 百分之 is a share
    private int Fraction(int at)
    {
        if (!NumeralReader.TryRead(Form, at, out var whole) || whole.Bare || !Form[(at + whole.Length)..].StartsWith("分之", StringComparison.Ordinal)
            || whole.Value < 2 || !NumeralReader.TryRead(Form, at + whole.Length + 2, out var part))
        {
            return 0;
        }
        var end = at + whole.Length + 2 + part.Length;
        var hedge = default(Hedge);
        var start = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        Keep(start, end, at, decimal.Round(part.Value / whole.Value, 6), hedge, 0.1m, 0, null, Dimension.Share, Role.Ratio, 1, end);
        return end;
    }

    private int Said(int at, int end, decimal points, Interval span, Qualifier qualifier)
    {
        _found.Add(new Quantity(clean.Origin[at], clean.EndOf(end), Raw(at, end), points, span, "%", Dimension.Share, qualifier, Role.Percent, AsOfAt(at), 10, at, end));
        return end;
    }

    private int Number(int at, Numeral numeral)
    {
        var after = at + numeral.Length;
        var hedge = default(Hedge);
        var start = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        var vagueOver = numeral.Over && numeral.Vague && numeral.High is null;
        hedge.Over |= numeral.Over && !vagueOver;
        if (after < _form.Length && _form[after] is '余' or '多' or '几' && !Form[after..].StartsWith("多元", StringComparison.Ordinal) && !Form[after..].StartsWith("多样", StringComparison.Ordinal))
        {
            hedge.Over = true;
            after++;
        }
        if (after < _form.Length && _form[after] == '强' && (numeral.Value is 10 or 20 or 30 or 50 or 100 or 200 or 500 or 1000))
        {
            Add(at, after + 1, Role.Rank, numeral.Value, "名", Dimension.Thing);
            return after + 1;
        }
        if (!Measures.TryRead(Form, after, out var measure))
        {
            return WithoutMeasure(at, after, start, numeral, hedge);
        }
        var end = after + measure.Length;
        if (end < _form.Length && _form[end] is '多' or '余' && (measure.Dimension is Dimension.Time or Dimension.Money || measure.Unit == "个") && !(end + 1 < _form.Length && _form[end + 1] is '种' or '样' or '元' or '次'))
        {
            hedge.Over = true;
            end++;
            if (Measures.TryRead(Form, end, out var inner) && measure.Unit == "个" && inner.Dimension == Dimension.Time)
            {
                (measure, end) = (inner, end + inner.Length);
            }
        }
        if (measure.Unit == "个" && end < _form.Length && _form[end] == '半' && Measures.TryRead(Form, end + 1, out var whole) && whole.Dimension == Dimension.Time)
        {
            // 三个半小时
            (numeral, measure, end) = (numeral with { Value = numeral.Value + 0.5m }, whole, end + 1 + whole.Length);
        }
        // 一年半
        var half = end < _form.Length && _form[end] == '半' && measure.Dimension == Dimension.Time ? 0.5m : 0;
        end += half > 0 ? 1 : 0;
        if (IsPartOfWord(at, numeral, after, end, measure))
        {
            return WithoutMeasure(at, after, start, numeral, hedge);
        }
        if (numeral.Value == 1 && numeral.Script == NumeralScript.Han && !hedge.AtLeast && !IsCounted(at, end, measure) || IsRule(at, numeral))
        {
            if (_nameEnd > at || IsRule(at, numeral))
            {
                hedge.AtLeast |= Form[Math.Max(clauses.ClauseStart(at), at - 20)..at].IndexOf("至少") >= 0;
                Keep(at, end, at, numeral.Value * measure.Factor, hedge, numeral.Grain, 0, measure.Unit, measure.Dimension, Role.Label, numeral.Digit, end);
            }
            return end;
        }
        var behind = HedgeWords.Behind(Form, end, ref hedge);
        hedge.Estimated |= IsForecast(at);
        hedge.AtLeast |= hedge.Qualifier == Qualifier.Exact && Form[Math.Max(clauses.ClauseStart(at), at - 10)..at].IndexOf("至少") >= 0;
        var role = behind > end && IsCriterion(behind, numeral) ? Role.Label : RoleOf(measure, at, end, numeral);
        var value = (numeral.Value + half) * measure.Factor;
        if (numeral.Vague)
        {
            var span = new Interval(numeral.Low * measure.Factor, true, numeral.High * measure.Factor, numeral.High is not null);
            var qualifier = hedge.Estimated ? Qualifier.Estimated : numeral.High is null ? Qualifier.AtLeast : numeral.Over ? Qualifier.Over : Qualifier.Range;
            _found.Add(new Quantity(clean.Origin[start], clean.EndOf(behind), Raw(start, behind), value, span, measure.Unit, measure.Dimension, qualifier, role, AsOfAt(at), numeral.Digit, at, end));
            return behind;
        }
        var rounding = hedge.Qualifier is Qualifier.Exact or Qualifier.Estimated && numeral.Digit != 1 && numeral.Value % (numeral.Digit * 10) != 0 && HasPoint(at, after) ? numeral.Digit / 2 : 0;
        if (role == Role.Figure && measure.Dimension == Dimension.Time && IsRoundWord(numeral, end) && hedge.Qualifier == Qualifier.Exact)
        {
            hedge.About = true;
        }
        Keep(start, behind, at, value, hedge, numeral.Grain * measure.Factor, rounding * measure.Factor, measure.Unit, measure.Dimension, role, numeral.Digit * measure.Factor, end,
            oddly: hedge.Over && !numeral.Over && numeral.Grain == 1 && numeral.Digit == 1 && numeral.Value >= 10, after: after);
        return behind;
    }

    // 10亿元以上项目5个, 三人以上工作队238支: says which ones are counted, the count comes behind.
    private bool IsCriterion(int behind, Numeral numeral)
    {
        if (behind >= _form.Length || _form[behind] is not (>= '\u4E00' and <= '\u9FFF'))
        {
            return false;
        }
        for (var i = behind; i < _form.Length && i - behind < 24 && _form[i] is not ('，' or '。' or '；' or '、' or '\n'); i++)
        {
            if (char.IsAsciiDigit(_form[i]))
            {
                return true;
            }
        }
        return numeral.Bare;
    }

    private bool HasPoint(int at, int after) => Form[at..after].IndexOf('.') >= 0;

    // 十年企盼: a round word, not a count; 十年来 and 十年间 are counts.
    private bool IsRoundWord(Numeral numeral, int end) =>
        numeral is { Bare: true, Script: NumeralScript.Han } && end < _form.Length && _form[end] is >= '\u4E00' and <= '\u9FFF' && _form[end] is not ('来' or '内' or '间' or '前' or '后' or '以' or '期' or '的');

    private int WithoutMeasure(int at, int after, int start, Numeral numeral, Hedge hedge)
    {
        var next = after < _form.Length ? _form[after] : '\n';
        if (_nameEnd > at)
        {
            Add(at, after, Role.Label, numeral.Value, null, Dimension.Thing);
            return after;
        }
        if (numeral.Script == NumeralScript.Han)
        {
            // 八大重点领域, 百屏: part of a name. Without a measure word nothing else is said.
            if (next == '大' && numeral.Value is > 1 and <= 20)
            {
                Add(at, after + 1, Role.Label, numeral.Value, "个", Dimension.Thing);
            }
            return Math.Max(at + 1, after);
        }
        if (next is '?' or '\uFFFD')
        {
            _found.Add(new Quantity(clean.Origin[start], clean.EndOf(after), Raw(start, after), null, default, null, Dimension.Thing, hedge.Qualifier, Role.Figure, AsOfAt(at), 1, at, after) { IsBroken = true });
            return after;
        }
        var endsClause = next is '，' or '。' or '；' or '、' or '\n' or ' ' or ')' or '！';
        var said = at > 0 && _form[at - 1] is >= '\u4E00' and <= '\u9FFF' && endsClause;
        if (said || hedge.Over || hedge.Open)
        {
            hedge.Estimated |= IsForecast(at);
            Keep(start, after, at, numeral.Value, hedge, numeral.Grain, 0, null, Dimension.Thing, IsRank(at) ? Role.Rank : Role.Figure, numeral.Digit, after);
        }
        else
        {
            Add(at, after, next == '号' || endsClause ? Role.Id : Role.Label, numeral.Value, null, Dimension.Thing);
        }
        return after + (next == '号' ? 1 : 0);
    }

    private Role RoleOf(Measure measure, int at, int end, Numeral numeral)
    {
        if (_nameEnd > at)
        {
            return IsAward(numeral, end) ? Role.Figure : Role.Label;
        }
        if (measure.Dimension == Dimension.Money)
        {
            return Role.Money;
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
        if (measure.Unit is "天" or "日" && measure.Length == 1 && _form[end - 1] == '日' && numeral is { Script: NumeralScript.Arabic, Value: <= 31 })
        {
            return Role.Date;
        }
        if (measure.Dimension is Dimension.Age or Dimension.Score && measure.Unit is not "分" && !EndsWith(at, "平均"))
        {
            return Role.Label;
        }
        if (measure.Unit == "小时" && numeral.Value == 24)
        {
            return Role.Label;
        }
        if (measure.Unit is "周年" || measure.Unit is "年" or "周" && (Next(end, "行动") || Next(end, "计划") || Next(end, "规划") || Next(end, "攻坚") || IsAnniversary(at) || Next(end, "年")))
        {
            return Role.Label;
        }
        if (measure.Unit is "级" or "层" && numeral.Script == NumeralScript.Han || measure.Unit is "类" or "种" && numeral.Script == NumeralScript.Han && numeral.Value <= 10)
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

    private bool HasHedge(int at)
    {
        var hedge = default(Hedge);
        HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        return hedge.Qualifier != Qualifier.Exact;
    }

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
            || Next(end, "意识") || Next(end, "一") || Next(end, "不") || Next(end, "更") || Next(end, "全面") || Next(end, "全覆盖") || Next(end, "清单") || Next(end, "服务") || Next(end, "走在前"));

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
            return measure.Unit == "面" && next is '向' || measure.Unit == "号" || measure.Unit == "方" && next is '面' or '案' or '式' or '向' || measure.Unit == "年" && next == '级';
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
            "分" or "度" or "方" or "点" or "道" or "步" or "里" or "角" or "口" or "头" or "把" or "句" or "门" or "回" or "面" or "片" or "线路" or "级" or "层" or "课" or "讲" or "集" or "周" or "节" or "对" or "副" or "题" or "字" or "档" or "封" or "页" or "股"
                => numeral.Value < 100 && !HasHedge(at) && after == at + numeral.Length && measure.Length == 1,
            "处" => next is '奔' or '寻' or '走' or '打' or '飘' or '可' or '漏',
            "人" => next is '大' or '才' or '民' or '均' or '行' or '生',
            "家" => next is '万' or '家' or '园' or '庭' or '长',
            "部" => next is '门' or '队' or '分' or '曲',
            "期" => numeral.Length == 1 && next is '工' or '项' or '建' or '间' or '末',
            "届" => true,
            "组" => numeral.Length == 1,
            _ => false,
        };
    }

    private bool IsRank(int at)
    {
        var from = Math.Max(clauses.ClauseStart(at), at - 4);
        var before = Form[from..at];
        return at > 0 && _form[at - 1] == '前' && !(at > 1 && _form[at - 2] is '以' or '之' or '目' or '年' or '提')
            || before.EndsWith("位列", StringComparison.Ordinal) || before.EndsWith("排名", StringComparison.Ordinal) || before.EndsWith("居第", StringComparison.Ordinal) || before.EndsWith("排第", StringComparison.Ordinal);
    }

    private bool IsForecast(int at)
    {
        var sentence = clauses.SentenceOf(at);
        if (_forecastSentence != sentence)
        {
            _forecastSentence = sentence;
            var (from, to) = (clauses.SentenceStart(at), clauses.SentenceEnd(at));
            _forecastAt = int.MaxValue;
            foreach (var word in HedgeWords.Forecasts)
            {
                if (Form[from..to].IndexOf(word, StringComparison.Ordinal) is >= 0 and var found)
                {
                    _forecastAt = Math.Min(_forecastAt, from + found);
                }
            }
        }
        return at > _forecastAt;
    }

    private void Add(int at, int end, Role role, decimal? value, string? unit, Dimension dimension) =>
        _found.Add(new Quantity(clean.Origin[at], clean.EndOf(end), Raw(at, end), value, value is { } exact ? Interval.Point(exact) : default, unit, dimension,
            Qualifier.Exact, role, AsOfAt(at), 1, at, end));

    private void Keep(int start, int end, int at, decimal value, Hedge hedge, decimal grain, decimal rounding, string? unit, Dimension dimension, Role role, decimal digit, int behind, bool oddly = false, int after = 0) =>
        _found.Add(new Quantity(clean.Origin[start], clean.EndOf(end), Raw(start, end), value, hedge.Span(value, grain, rounding), unit, dimension,
            hedge.Qualifier, role, AsOfAt(at), digit, at, behind)
        {
            Clash = hedge.IsClash ? Raw(start, end) : null,
            IsOddlyHedged = oddly,
            Printed = after > 0 ? Form[after..behind].ToString() : null,
        });

    private WrittenDate? AsOfAt(int at) => _asOf is not null && clauses.ParagraphOf(at) == _asOfParagraph ? _asOf : null;

    private string Raw(int start, int end) => given[clean.Origin[start]..clean.EndOf(end)];

    private bool EndsWith(int at, string word) => at >= word.Length && Form.Slice(at - word.Length, word.Length).SequenceEqual(word);

    private bool Next(int at, string word) => at < _form.Length && Form[at..].StartsWith(word, StringComparison.Ordinal);

    // The year of dates without one: the first full year of the text.
    private int? FirstYear()
    {
        for (var at = 0; at < _form.Length; at++)
        {
            if (_form[at] is '1' or '2' or '二' or '一' && (at == 0 || !char.IsAsciiDigit(_form[at - 1]))
                && DateReader.TryRead(Form, at, out _, out var date) && date.Year is { } year)
            {
                return year;
            }
        }
        return null;
    }
}
