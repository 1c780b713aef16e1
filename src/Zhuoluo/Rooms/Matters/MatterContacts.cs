using System.Buffers.Binary;
using System.Text.Json;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Seals and opens contacts, and makes of a telephone the print by which its owner's other matters are found.</summary>
internal static class MatterContacts
{
    public static MatterContact Seal(Vault vault, SubjectKey key, long matterId, Contact contact, Chance chance) => new()
    {
        MatterId = matterId,
        KeyId = key.Id,
        Sealed = vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(contact), Bound(matterId), chance),
    };

    public static Contact Open(Vault vault, SubjectKey key, MatterContact row) =>
        JsonSerializer.Deserialize<Contact>(vault.Open(key, row.Sealed, Bound(row.MatterId))) ?? new Contact(null, null, null);

    /// <summary>Null without a telephone: a name alone identifies nobody.</summary>
    public static byte[]? PrintOf(Vault vault, Contact contact) =>
        contact.Phone is { } phone && DigitsOf(phone) is { Length: > 0 } digits ? vault.Fingerprint("requester-phone", digits) : null;

    /// <summary>The digits by which two spellings of one telephone are equal: half-width, without the country's prefix.</summary>
    public static string DigitsOf(string phone)
    {
        var digits = new string([.. Fold.Width(phone).Where(char.IsAsciiDigit)]);
        var start = digits.StartsWith("0086", StringComparison.Ordinal) ? 4 : 0;
        start = start == 0 && digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? 2 : start;
        return digits[start..];
    }

    // A sealed contact moved to another matter does not open there.
    private static byte[] Bound(long matterId)
    {
        var bound = new byte[22];
        "matter-contact"u8.CopyTo(bound);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(14), matterId);
        return bound;
    }
}
