using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Windows;

/// <summary>What the code on a window says behind the address: 80 bits made from the vault's master key, so that nobody else can print one.</summary>
internal static class WindowTokens
{
    public static string Of(Vault vault, long codeId) =>
        ReceiptCodes.Spell(vault.Fingerprint("window-code", codeId.ToString(System.Globalization.CultureInfo.InvariantCulture)), ReceiptCodes.TokenLength);

    /// <summary>What is kept of a token, to find its code by.</summary>
    public static byte[] PrintOf(Vault vault, string token) => vault.Fingerprint("window-code-print", ReceiptCodes.Read(token));
}
