using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>The secret part of a feed's address: derived from its id by the server's key, 128 bits, compared in constant time.</summary>
internal static class FeedKeys
{
    public static string AddressOf(Vault vault, long id) => $"/deadlines/{id.ToString("x", CultureInfo.InvariantCulture)}-{SecretOf(vault, id)}.ics";

    /// <summary>The id, when the secret is its own; null otherwise.</summary>
    public static long? Read(Vault vault, string token)
    {
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && long.TryParse(token.AsSpan(0, dash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SecretOf(vault, id)), Encoding.ASCII.GetBytes(token[(dash + 1)..]))
            ? id
            : null;
    }

    private static string SecretOf(Vault vault, long id) =>
        Convert.ToHexStringLower(vault.Fingerprint("calendar-feed", id.ToString(CultureInfo.InvariantCulture)));
}
