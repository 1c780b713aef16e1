using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>The secret in the link with which somebody stops the messages about one matter. Derived, kept nowhere, good for nothing else.</summary>
internal static class StopTokens
{
    public static string Of(Vault vault, long matterId) =>
        ReceiptCodes.Spell(vault.Fingerprint("tell-stop", matterId.ToString(CultureInfo.InvariantCulture)), ReceiptCodes.TokenLength);

    public static bool Is(Vault vault, long matterId, string? typed) => typed is { Length: <= 64 }
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(vault, matterId)), Encoding.ASCII.GetBytes(ReceiptCodes.Read(typed)));

    public static string LinkOf(Vault vault, Matter matter) => $"/told/{matter.Number}?t={Of(vault, matter.Id)}";
}
