using System.Text.RegularExpressions;

namespace Zhuoluo.Foundation;

/// <summary>
/// A code of a published list (unit, place, category, reason): ASCII letters, digits, dot, dash, at most 40 characters.
/// Not long enough and not wide enough for a name or a telephone number: 11 digits in a row are refused.
/// </summary>
internal readonly partial record struct Code
{
    public Code(string value)
    {
        if (!Shape().IsMatch(value) || Telephone().IsMatch(value))
        {
            throw new ArgumentException("Not a code of a published list.", nameof(value));
        }
        Value = value;
    }

    public string Value { get; }

    /// <summary>The code, or null when the text is none or has not the shape of one.</summary>
    public static Code? OrNull(string? text) =>
        text is not null && Shape().IsMatch(text) && !Telephone().IsMatch(text) ? new Code(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$")]
    private static partial Regex Shape();

    // Mobile numbers begin with 1 and have 11 digits; statistical place codes have 6, 9 or 12.
    [GeneratedRegex("^1[0-9]{10}$|^[0-9]{17}[0-9Xx]$")]
    private static partial Regex Telephone();
}
