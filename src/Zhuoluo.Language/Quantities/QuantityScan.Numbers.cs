namespace Zhuoluo.Language.Quantities;

// A numeral with its measure word and hedges, or without.
internal sealed partial class QuantityScan
{
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
        if (!Measures.TryRead(Form, after, out var measure) && !IsPlaceCount(numeral, after, out measure))
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

    // 3乡镇27村: the noun stands for the measure word; in Han numerals that is a name (六县六区).
    private bool IsPlaceCount(Numeral numeral, int after, out Measure measure)
    {
        measure = new Measure("个", Dimension.Thing, 1, 1);
        return numeral is { Script: NumeralScript.Arabic, Value: < 100_000 } && _nameEnd <= after && after < _form.Length && _form[after] is '村' or '镇' or '乡' or '县' or '市' or '省' or '国' or '校' or '站' or '馆'
            && !(after + 1 < _form.Length && _form[after + 1] is '道' or '级' or '委');
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
        if (EndsWith(at, "附件") || EndsWith(at, "附表") || EndsWith(at, "表") || EndsWith(at, "图"))
        {
            Add(at, after, Role.Ordinal, numeral.Value, null, Dimension.Thing);
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
}
