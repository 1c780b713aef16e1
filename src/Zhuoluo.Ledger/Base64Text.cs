namespace Zhuoluo.Ledger;

/// <summary>Standard base64 with padding (RFC 4648 section 4) in its one spelling: no white space, no stray bits in the last character.</summary>
internal static class Base64Text
{
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text.Length % 4 != 0)
        {
            return false;
        }
        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, buffer, out var length))
        {
            return false;
        }
        bytes = buffer[..length];
        // The decoder of the framework skips white space and does not look at the bits that belong to no byte.
        return text.SequenceEqual(Convert.ToBase64String(bytes));
    }
}
