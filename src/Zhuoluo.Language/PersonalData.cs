using System.Text.RegularExpressions;

namespace Zhuoluo.Language;

public enum PersonalKind
{
    IdentityNumber,
    MobilePhone,
    Landline,
    BankCard,
    NumberPlate,
    Address,
}

/// <summary>A place in the scanned text: start and length count UTF-16 units of the text as given.</summary>
public readonly record struct PersonalSpan(PersonalKind Kind, int Start, int Length);

/// <summary>
/// Finds what must not be published (rules F5.2): identity numbers and bank cards by their check digit, phones, number
/// plates, and addresses down to a house, building or room. It points out, it does not decide: a person looks at each span.
/// </summary>
public static partial class PersonalData
{
    /// <summary>Spans in order of their start, none overlapping; the surer kind wins where two would.</summary>
    public static IReadOnlyList<PersonalSpan> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Fold.Width(text);
        List<PersonalSpan> spans = [];
        Take(spans, PersonalKind.IdentityNumber, Identity(), folded, IsIdentityNumber);
        Take(spans, PersonalKind.BankCard, Card(), folded, IsBankCard);
        Take(spans, PersonalKind.MobilePhone, Mobile(), folded, static _ => true);
        Take(spans, PersonalKind.Landline, FixedLine(), folded, static _ => true);
        Take(spans, PersonalKind.NumberPlate, Plate(), folded, static plate => plate.Skip(2).Any(char.IsAsciiDigit));
        Take(spans, PersonalKind.Address, House(), folded, static _ => true);
        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    /// <summary>Whether the 18 characters are an identity number: a real birthday and the check character of GB 11643-1999.</summary>
    public static bool IsIdentityNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        if (number.Length != 18 || !number.AsSpan(0, 17).ContainsOnlyDigits() || !ChineseDate.TryRead(number[6..14], null, out _))
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * weights[i];
        }
        return char.ToUpperInvariant(number[17]) == "10X98765432"[sum % 11];
    }

    private static bool IsBankCard(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return digits.Length is >= 16 and <= 19 && sum % 10 == 0;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static void Take(List<PersonalSpan> spans, PersonalKind kind, Regex pattern, string text, Func<string, bool> holds)
    {
        foreach (var match in pattern.Matches(text).Where(match => holds(match.Value)))
        {
            if (!spans.Exists(span => match.Index < span.Start + span.Length && span.Start < match.Index + match.Length))
            {
                spans.Add(new PersonalSpan(kind, match.Index, match.Length));
            }
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)[3-69]\d{3}(?:[ -]?\d{4}){3}[ -]?\d{0,3}(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)\(?0\d{2,3}\)?[ -]{0,2}\d{7,8}(?:(?:转|-)\d{1,5})?(?!\d)|(?<=(?:电话|座机|致电|联系方式)[::]? ?)[2-8]\d{6,7}(?!\d)")]
    private static partial Regex FixedLine();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Za-hj-np-z][·•. -]?(?:[A-HJ-NP-Za-hj-np-z0-9]{4}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]|[A-HJ-NP-Za-hj-np-z0-9]{6})(?![0-9A-Za-z])")]
    private static partial Regex Plate();

    // A lone 3号 may be a day and a lone 3楼 an office, so a number needs a road or group before it or a second part behind it.
    [GeneratedRegex(@"(?:(?:路|街|巷|弄|胡同|大道|小区|花园|苑|新村|村|社区|组)(?:[0-9A-Za-z]{1,5}|[一二三四五六七八九十百]{1,5})号(?!线|文|令)(?:楼|院)?)(?:[之-]?\d{0,4}(?:号楼|栋|幢|座|单元|楼|层|室|房|号|户)?)*|(?<![0-9一二三四五六七八九十百])(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:组|队)\d{1,4}号|(?<![0-9])(?:[0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|栋|幢|座)(?:(?:[0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})(?:单元|门|楼|层))?(?:\d{2,5}(?:室|房|号|户)?)?|(?<![0-9])\d{1,2}单元\d{2,5}(?:室|房|号|户)?|(?<![0-9])\d{3,5}室")]
    private static partial Regex House();
}
