using System.Text;

namespace Zhuoluo.Language;

/// <summary>What counts as a Han character: the unified blocks with extensions A to H, compatibility forms, and the zero 〇.</summary>
public static class Han
{
    /// <summary>No Han character stands before this one.</summary>
    internal const char First = '\u3005';

    /// <summary>One of the characters of ordinary text (U+4E00 to U+9FFF).</summary>
    internal static bool IsCommon(char c) => c is >= '\u4E00' and <= '\u9FFF';

    public static bool Is(Rune rune) => rune.Value is
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF)
        or 0x3007 or 0x3005 or (>= 0x20000 and <= 0x323AF);
}
