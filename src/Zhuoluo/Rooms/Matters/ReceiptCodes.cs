using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// The secrets of a requester: the code on the receipt and the token for a rating. Derived from the vault's master key, so that they
/// can be told again after a double submit and are stored nowhere; whoever has the database alone has none of them.
/// </summary>
internal static class ReceiptCodes
{
    /// <summary>50 bits; guessing is held up by counting wrong ones.</summary>
    public const int CodeLength = 10;

    /// <summary>80 bits: it stands in a link that needs no number beside it.</summary>
    public const int TokenLength = 16;

    // Crockford's alphabet without I, L, O, U: what people read out is not mistaken.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string CodeOf(Vault vault, long matterId, string number) =>
        Spell(vault.Fingerprint("matter-code", $"{matterId}|{number}"), CodeLength);

    public static bool IsCodeOf(Vault vault, long matterId, string number, string? typed) =>
        Same(CodeOf(vault, matterId, number), typed);

    /// <summary>Good for one rating of one round.</summary>
    public static string TokenOf(Vault vault, long matterId, int round) =>
        Spell(vault.Fingerprint("rating-token", $"{matterId}|{round}"), TokenLength);

    public static bool IsTokenOf(Vault vault, long matterId, int round, string? typed) =>
        Same(TokenOf(vault, matterId, round), typed);

    /// <summary>What is kept of a token beside its rating.</summary>
    public static byte[] PrintOf(Vault vault, string token) => vault.Fingerprint("rating-token-print", Read(token));

    /// <summary>As typed by a person: any width and case, with blanks and dashes, O for 0, I and L for 1.</summary>
    public static string Read(string typed)
    {
        var read = new StringBuilder(typed.Length);
        foreach (var c in Fold.Width(typed).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant))
        {
            read.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }
        return read.ToString();
    }

    private static bool Same(string right, string? typed) => typed is { Length: <= 64 }
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(Read(typed)));

    public static string Spell(byte[] print, int length) =>
        string.Create(length, print, static (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[bytes[i] & 31];
            }
        });
}
