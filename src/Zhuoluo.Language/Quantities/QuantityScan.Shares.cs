namespace Zhuoluo.Language.Quantities;

// Ranges, percentages and fractions.
internal sealed partial class QuantityScan
{
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
        // 80—90分的6个: says which ones are counted
        var end = after + over + measure.Length;
        var role = At(end) == '的' && IsCriterion(end, high) ? Role.Label : RoleOf(measure, at, end, high);
        return AddRange(at, end, lowValue * measure.Factor, high.Value * measure.Factor, measure, role);
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
                ? Said(at, at + 2, 50, new Interval(50, false, 100, true), Qualifier.Over) : _form[at] == '半' ? Half(at) : 0;
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
        if (IsMinus(at))
        {
            (start, points) = (Math.Min(start, at - 1), -points);
        }
        end = HedgeWords.Behind(Form, end, ref hedge);
        hedge.Estimated |= IsForecast(at, hedge);
        var grain = _form[at + length - 1] == '成' ? 10 : NumeralReader.Grain(points, digit, digit != 1);
        // 近八成: not five points below.
        grain = hedge.Nearly && grain == 10 && _form[at + length - 1] == '成' ? 5 : grain;
        Keep(start, end, at, points, hedge, grain, hedge.Qualifier == Qualifier.Exact ? digit / 2 : 0, "%", Dimension.Share, _nameEnd > at ? Role.Label : Role.Percent, digit, at + length);
        return end;
    }

    // 环比-2.5%, and the same in a cell; 2020年-5% is no minus
    private bool IsMinus(int at) =>
        at > 1 && _form[at - 1] == '-' && char.IsAsciiDigit(_form[at]) && (_form[at - 2] is ' ' or '|' or '(' or ':' or '\n' || Han.IsCommon(_form[at - 2]) && _form[at - 2] is not ('年' or '月' or '日' or '号'));

    // 近半, 超半数, 半数以上 are shares; 半小时 and 半个月 are times, 上半年 and 半年报 are names of them.
    private int Half(int at)
    {
        var noun = at + 1 < _form.Length && _form[at + 1] == '个' ? at + 2 : at + 1;
        if (Measures.TryRead(Form, noun, out var measure) && measure.Dimension == Dimension.Time)
        {
            if (measure.Unit is not ("小时" or "个月") && !(measure.Unit == "年" && Next(noun + 1, "多")) || noun == at + 1 && measure.Length == 1 && measure.Unit == "个月" || at > 0 && _form[at - 1] is '上' or '下' or '前' or '后' or '每' or '大' or '多')
            {
                return 0;
            }
            var time = default(Hedge);
            var from = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref time);
            var behind = noun + measure.Length;
            if (behind < _form.Length && _form[behind] == '多')
            {
                time.Over = true;
                behind++;
            }
            behind = HedgeWords.Behind(Form, behind, ref time);
            Keep(from, behind, at, 0.5m, time, 0.5m, 0, measure.Unit, Dimension.Time, IsCircle(noun + measure.Length) || _nameEnd > at ? Role.Label : Role.Figure, 0.5m, noun + measure.Length);
            return behind;
        }
        var end = at + 1 < _form.Length && _form[at + 1] == '数' ? at + 2 : at + 1;
        var hedge = default(Hedge);
        var start = HedgeWords.Before(Form, at, clauses.ClauseStart(at), ref hedge);
        var stop = HedgeWords.Behind(Form, end, ref hedge);
        if (hedge.Qualifier == Qualifier.Exact || _nameEnd > at || end == at + 1 && (stop > end || end < _form.Length && _form[end] is '天' or '日' or '世' or '夜' or '价' or '径' or '山' or '截' or '辈' or '生' or '成' or '载' or '年' or '场' or '岛' or '信'))
        {
            return 0;
        }
        Keep(start, stop, at, 50, hedge, 5, 0, "%", Dimension.Share, Role.Percent, 10, end);
        return stop;
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
}
