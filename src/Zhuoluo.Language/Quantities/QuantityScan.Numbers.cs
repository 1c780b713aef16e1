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
        if (after < _form.Length && _form[after] is '余' or '多' or '几' && !IsManifold(after))
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
            if (SharedMeasure(at, after, numeral, out measure, out var isPercent))
            {
                hedge.Estimated |= IsForecast(at, hedge);
                var rounded = hedge.Qualifier == Qualifier.Exact && HasPoint(at, after) ? numeral.Digit / 2 : 0;
                Keep(start, after, at, numeral.Value * measure.Factor, hedge, numeral.Grain * measure.Factor, rounded * measure.Factor, measure.Unit, measure.Dimension,
                    isPercent || measure.Unit == "百分点" ? Role.Percent : RoleOf(measure, at, after, numeral), numeral.Digit * measure.Factor, after);
                return after;
            }
            return WithoutMeasure(at, after, start, numeral, hedge);
        }
        var end = after + measure.Length;
        if (end < _form.Length && _form[end] is '多' or '余' && (measure.Dimension is Dimension.Time or Dimension.Money || measure.Unit is "个" or "倍") && !(end + 1 < _form.Length && _form[end + 1] is '种' or '样' or '元' or '次'))
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
        var within = false;
        if (behind == end && measure.Dimension == Dimension.Time && hedge.Qualifier == Qualifier.Exact && IsWithin(end))
        {
            (hedge.AtMost, behind) = (true, end + 1);
            within = true;
        }
        hedge.Estimated |= IsForecast(at, hedge);
        hedge.AtLeast |= hedge.Qualifier == Qualifier.Exact && Form[Math.Max(clauses.ClauseStart(at), at - 10)..at].IndexOf("至少") >= 0;
        var role = behind > end && !within && IsCriterion(behind, numeral) ? Role.Label : RoleOf(measure, at, end, numeral);
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

    // 多元化, 多样, 多元主体 are words; 一万二千多元 is money.
    private bool IsManifold(int at) =>
        Next(at, "多样") || Next(at, "多元") && at + 2 < _form.Length && _form[at + 2] is '化' or '主' or '参' or '共' or '投' or '调' or '解' or '协' or '供' or '融' or '文' or '治' or '格' or '矛' or '评' or '服';

    // 分别高4.2和0.7个百分点, 12、15和18场: the measure word stands behind the last one only.
    private bool SharedMeasure(int at, int after, Numeral numeral, out Measure measure, out bool isPercent)
    {
        (measure, isPercent) = (default, false);
        if (numeral.Script != NumeralScript.Arabic || _nameEnd > at || at == 0 || !(Han.IsCommon(_form[at - 1]) || _form[at - 1] == '、') || _form[at - 1] == '第')
        {
            return false;
        }
        for (var (next, turn) = (after, 0); turn < 6 && next + 1 < _form.Length && _form[next] is '、' or '和' or '与' or '及' && char.IsAsciiDigit(_form[next + 1]); turn++)
        {
            if (!NumeralReader.TryRead(Form, next + 1, out var other))
            {
                return false;
            }
            next += 1 + other.Length;
            if (next < _form.Length && _form[next] == '%')
            {
                (measure, isPercent) = (new Measure("%", Dimension.Share, 1, 1), true);
                return true;
            }
            if (Measures.TryRead(Form, next, out measure))
            {
                return measure.Dimension is not (Dimension.Time or Dimension.Age) && !Next(next, "号") && !Next(next, "楼");
            }
        }
        return false;
    }

    private void KeepBare(int at, int end, int start, Numeral numeral, Hedge hedge)
    {
        if (numeral.Vague)
        {
            var qualifier = hedge.Estimated ? Qualifier.Estimated : numeral.High is null ? Qualifier.AtLeast : numeral.Over ? Qualifier.Over : Qualifier.Range;
            _found.Add(new Quantity(clean.Origin[start], clean.EndOf(end), Raw(start, end), numeral.Value, new Interval(numeral.Low, true, numeral.High, numeral.High is not null),
                null, Dimension.Thing, qualifier, Role.Figure, AsOfAt(at), numeral.Digit, at, end));
            return;
        }
        Keep(start, end, at, numeral.Value, hedge, numeral.Grain, hedge.Qualifier == Qualifier.Exact && HasPoint(at, end) ? numeral.Digit / 2 : 0, null, Dimension.Thing, IsRank(at) ? Role.Rank : Role.Figure, numeral.Digit, end);
    }

    // 八千六百多群众, 近千农户, 两千三百万棒: long or hedged, and of no name.
    private bool IsSaidInHan(int at, Numeral numeral, char next, Hedge hedge) =>
        numeral.Digit < 1 || Han.IsCommon(next) && numeral.Value >= 10 && (numeral is { Bare: false, Length: >= 3, Value: >= 100 } || numeral.Vague || hedge.Qualifier != Qualifier.Exact)
        && !(at > 0 && (char.IsAsciiDigit(_form[at - 1]) || _form[at - 1] is '第' or '-'));

    // A cell of a table that became text: alone on a short line among short lines, or between spaces in a row of numbers.
    private bool IsCell(int at, int end)
    {
        if (end - at is 4 && at + 4 <= _form.Length && Form[at..end] is ['1' or '2', '9' or '0' or '1', ..])
        {
            return false;
        }
        if (at > 1 && _form[at - 1] is ' ' or '|')
        {
            var before = at - 2;
            while (before >= 0 && _form[before] is ' ' or '|' && at - before < 12)
            {
                before--;
            }
            return before >= 0 && (Han.IsCommon(_form[before]) || char.IsAsciiDigit(_form[before]) || _form[before] is '%' or '-' or ')');
        }
        return at > 1 && _form[at - 1] == '\n' && (end >= _form.Length || _form[end] == '\n') && end - at >= 2 && IsShortLine(at - 2, -1) && IsShortLine(end + 1, 1);
    }

    private bool IsShortLine(int from, int step)
    {
        for (var (i, length) = (from, 0); i >= 0 && i < _form.Length && _form[i] != '\n'; i += step, length++)
        {
            if (length >= 12)
            {
                return false;
            }
        }
        return true;
    }

    // 3乡镇27村: the noun stands for the measure word; in Han numerals that is a name (六县六区).
    private bool IsPlaceCount(Numeral numeral, int after, out Measure measure)
    {
        measure = new Measure("个", Dimension.Thing, 1, 1);
        return numeral is { Script: NumeralScript.Arabic, Value: < 100_000 } && _nameEnd <= after && after < _form.Length && _form[after] is '村' or '镇' or '乡' or '县' or '市' or '省' or '国' or '校' or '站' or '馆'
            && !(after + 1 < _form.Length && _form[after + 1] is '道' or '级' or '委' or '民' or '干' or '支' or '两' or '里' or '外' or '史' or '籍' or '属' or '直');
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

    private bool HasPoint(int at, int after) => Form[at..after].IndexOfAny('.', '点') >= 0;

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
            if (IsSaidInHan(at, numeral, next, hedge))
            {
                hedge.Estimated |= IsForecast(at, hedge);
                KeepBare(at, after, start, numeral, hedge);
            }
            return Math.Max(at + 1, after);
        }
        if (next is '?' or '\uFFFD')
        {
            _found.Add(new Quantity(clean.Origin[start], clean.EndOf(after), Raw(start, after), null, default, null, Dimension.Thing, hedge.Qualifier, Role.Figure, AsOfAt(at), 1, at, after) { IsBroken = true });
            return after;
        }
        if (EndsWith(at, "附件") || EndsWith(at, "附表") || numeral.Value < 100 && (EndsWith(at, "表") || EndsWith(at, "图")))
        {
            Add(at, after, Role.Ordinal, numeral.Value, null, Dimension.Thing);
            return after;
        }
        var behind = HedgeWords.Behind(Form, after, ref hedge);
        var endsClause = behind >= _form.Length || _form[behind] is '，' or '。' or '；' or '、' or '\n' or ' ' or ')' or '！' or '|';
        var said = endsClause && (at > 0 && Han.IsCommon(_form[at - 1]) || IsCell(at, behind));
        if (said || hedge.Over || hedge.Open || (Han.IsCommon(next) || next == '“') && _form[after - 1] is '万' or '亿')
        {
            hedge.Estimated |= IsForecast(at, hedge);
            KeepBare(at, behind, start, numeral, hedge);
            return behind;
        }
        else
        {
            Add(at, after, next == '号' || endsClause ? Role.Id : Role.Label, numeral.Value, null, Dimension.Thing);
        }
        return after + (next == '号' ? 1 : 0);
    }
}
