namespace Zhuoluo.Language.Quantities;

/// <summary>One pass over a text: at each place the first reading that fits takes its stretch, the surest first.</summary>
internal sealed partial class QuantityScan(string given, CleanText clean, Clauses clauses)
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
    private int _forecastAt = int.MaxValue;

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
        if (Address(at) is > 0 and var behindAddress)
        {
            return behindAddress;
        }
        if (SectionNumber(at) is > 0 and var section)
        {
            return at + section;
        }
        if (char.IsAsciiDigit(_form[at]) && (Expression(at) is > 0 and var next))
        {
            return next;
        }
        if (at > 1 && char.IsAsciiDigit(_form[at]) && _form[at - 1] == '.' && Han.IsCommon(_form[at - 2]) && HasMeasure(Digits(at)))
        {
            // 资金.52亿元: what stood before the point is lost.
            var lost = Digits(at);
            _found.Add(new Quantity(clean.Origin[at - 1], clean.EndOf(lost), Raw(at - 1, lost), null, default, null, Dimension.Thing, Qualifier.Exact, Role.Figure, AsOfAt(at), 1, at, lost) { IsBroken = true });
            return lost;
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

    // A limit that is set behind ； is one: 力争达到65%；管理费不超过1%.
    private bool IsForecast(int at, Hedge hedge) => IsForecast(at) && !((hedge.AtLeast || hedge.AtMost) && _forecastAt < clauses.SentenceStart(at));

    private bool IsForecast(int at)
    {
        var sentence = clauses.SentenceOf(at);
        if (_forecastSentence != sentence)
        {
            var (from, to) = (clauses.SentenceStart(at), clauses.SentenceEnd(at));
            // ； goes on with what was expected before it, until something is said to be so.
            var goesOn = _forecastAt < from && sentence == _forecastSentence + 1 && _form[from - 1] == '；' && !HedgeWords.IsFact(Form[from..to]);
            (_forecastSentence, _forecastAt) = (sentence, goesOn ? from - 1 : int.MaxValue);
            foreach (var word in HedgeWords.Forecasts)
            {
                if (Form[from..to].IndexOf(word, StringComparison.Ordinal) is >= 0 and var found && HedgeWords.IsForecast(Form[(from + found + word.Length)..to]))
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
}
