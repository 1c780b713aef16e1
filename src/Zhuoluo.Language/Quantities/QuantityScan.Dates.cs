namespace Zhuoluo.Language.Quantities;

// Dates, ordinals and the numbers of sections.
internal sealed partial class QuantityScan
{
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
