using System.Buffers.Binary;
using System.Net.Mail;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>Somebody's e-mail address: sealed under a key of its own, opened by the sending job and for its owner.</summary>
internal static class MailAddressText
{
    public const int Longest = 100;

    /// <summary>One plain address; line breaks, lists and display names are none.</summary>
    public static bool IsGood(string text) =>
        text.Length <= Longest && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    public static (SubjectKey Key, byte[] Sealed) Seal(Work work, long personId, string address)
    {
        var key = work.Vault.NewKey(work.Act);
        return (key, work.Vault.Seal(key, Encoding.UTF8.GetBytes(address), Bound(personId), work.Act.Chance));
    }

    public static string Open(Vault vault, SubjectKey key, NoticeChoice choice) =>
        Encoding.UTF8.GetString(vault.Open(key, choice.AddressSealed, Bound(choice.PersonId)));

    private static byte[] Bound(long personId)
    {
        var id = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(id, personId);
        return [.. "notice-address"u8, .. id];
    }
}
