using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>
/// The secret of a token: <c>zl_</c> and 44 letters and digits of chance (220 bits). The prefix lets scanners of public code find a
/// leaked one; so much chance needs no slow hash.
/// </summary>
internal static class TokenSecret
{
    public const string Prefix = "zl_";
    private const int Length = 44;

    public static string Make(Chance chance) => Prefix + chance.Code(Length);

    public static bool HasShape(string text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExceptInRange('0', 'Z') < 0;

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
