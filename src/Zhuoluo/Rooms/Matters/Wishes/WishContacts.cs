using System.Text;
using System.Text.Json;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>Contacts of wishes: of the one who wishes and of a person who gives, each bound to its wish and its side.</summary>
internal static class WishContacts
{
    public static byte[] Seal(Vault vault, SubjectKey key, long wishId, string side, Contact contact, Chance chance) =>
        vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(contact), Bound(wishId, side), chance);

    public static Contact Open(Vault vault, SubjectKey key, long wishId, string side, byte[] bytes) =>
        JsonSerializer.Deserialize<Contact>(vault.Open(key, bytes, Bound(wishId, side))) ?? new Contact(null, null, null);

    private static byte[] Bound(long wishId, string side) => Encoding.ASCII.GetBytes($"wish-{side}-{wishId}");
}
