namespace Zhuoluo.Language.Quantities;

// Numbers that count nothing: codes, telephones, expressions in names.
internal sealed partial class QuantityScan
{
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

    // 幸福路66号院3号楼2单元501室, 政务中心2楼205室: a place, from its first number to its last.
    private int Address(int at)
    {
        var end = at;
        var parts = 0;
        while (char.IsAsciiDigit(At(end)) && NumeralReader.TryRead(Form, end, out var numeral) && numeral.Length <= 4 && AddressWord(end + numeral.Length, at) is > 0 and var word)
        {
            end += numeral.Length + word;
            parts++;
        }
        if (parts == 0)
        {
            return 0;
        }
        Add(at, end, Role.Id, null, null, Dimension.Thing);
        return end;
    }

    private int AddressWord(int at, int first)
    {
        foreach (var word in (ReadOnlySpan<string>)["号院", "号楼", "号铺", "单元", "栋", "幢", "楼", "室", "号"])
        {
            if (Next(at, word) && (word is not ("栋" or "幢" or "楼" or "室") || char.IsAsciiDigit(At(at + 1)) || first > 0 && _form[first - 1] is '路' or '街' or '巷' or '苑' || word is "楼" or "室" && at > first && At(at + 1) is not ('面' or '房' or '宇' or '栋' or '道'))
                && !(word == "单元" && !char.IsAsciiDigit(At(at + 2)) && at - first <= 2))
            {
                return word.Length;
            }
        }
        return 0;
    }

    private char At(int at) => at < _form.Length ? _form[at] : '\n';

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
            // 1.85:1 has a value of its own; what 3/4 and 2:3 stand for is open.
            Add(at, ratio, Role.Ratio, _form[end] == ':' && Form[(end + 1)..ratio] is "1" && decimal.TryParse(Form[at..end], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var to) ? to : null, null, Dimension.Share);
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
            // 0571-8612 3456
            if (isPhone && At(stop) == ' ' && Digits(stop + 1) - stop == 5 && !HasMeasure(stop + 5))
            {
                stop += 5;
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

    private bool IsHotline(int at, int digits) => digits == 3 && !IsCell(at, at + 3) && Form.Slice(at, digits) is ("110" or "119" or "120" or "122" or "114")
        || Form.Slice(at, digits) is "12345" or "12315" or "12348" or "12333" or "12388" or "12389" or "12380" or "12377" or "95598"
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
}
