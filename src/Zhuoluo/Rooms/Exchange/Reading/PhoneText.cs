using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Phones as digits only (samples rule 7). Of several in one cell the first that can be read is taken.</summary>
internal static partial class PhoneText
{
    /// <param name="text">The cell as typed.</param>
    /// <param name="isNumber">The cell is a number, which has lost the leading zero of an area code.</param>
    public static string? Read(string text, bool isNumber)
    {
        foreach (var part in Separators().Split(Fold.Width(text)))
        {
            var match = Phone().Match(Fold.Tight(part));
            if (match.Success)
            {
                return Noise().Replace(match.Groups["digits"].Value, "");
            }
        }
        return isNumber && LostZero().IsMatch(text) ? "0" + text : null;
    }

    [GeneratedRegex(@"[、,;/]|\s或\s|或")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:[^0-9+(]{0,6}:)?(?:(?:\+|00)?86-?(?=1\d{10}$|1\d\d-))?(?<digits>1\d{2}-?\d{4}-?\d{4}|\(?0\d{2,3}\)?-?\d{7,8}|[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4}|[48]00\d{7}|1\d{4})(?:\(.*\))?$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^0-9]")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^[2-9]\d{9}$")]
    private static partial Regex LostZero();
}
