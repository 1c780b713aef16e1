namespace Zhuoluo.Data.Log;

/// <summary>The id of an entry as addresses have it: 32 lower-case hexadecimal digits, one spelling.</summary>
internal static class EventIds
{
    private const int Digits = 32;

    /// <summary>Null for anything else.</summary>
    public static byte[]? Read(string? text) =>
        text is { Length: Digits } && text.All(c => char.IsAsciiHexDigitLower(c) || char.IsAsciiDigit(c)) ? Convert.FromHexString(text) : null;
}
