using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>A staff member's telephone number is personal data: sealed under a key of its own, opened to show it to those who manage people.</summary>
internal static class PersonPhone
{
    public static Person Seal(Person person, string? phone, Work work)
    {
        if (string.IsNullOrWhiteSpace(phone))
        {
            return person with { PhoneKeyId = null, PhoneSealed = null };
        }
        var key = work.Vault.NewKey(work.Act);
        work.Db.Add(key);
        var sealedPhone = work.Vault.Seal(key, Encoding.UTF8.GetBytes(phone.Trim()), Bound(person.Id), work.Act.Chance);
        return person with { PhoneKeyId = key.Id, PhoneSealed = sealedPhone };
    }

    public static async Task<string?> OpenAsync(Person person, ZhuoluoContext db, Vault vault, CancellationToken cancel) =>
        person is { PhoneKeyId: { } keyId, PhoneSealed: { } sealedPhone }
        && await db.Set<SubjectKey>().SingleOrDefaultAsync(k => k.Id == keyId, cancel) is { } key
            ? Encoding.UTF8.GetString(vault.Open(key, sealedPhone, Bound(person.Id)))
            : null;

    private static byte[] Bound(long personId)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, personId);
        return bytes;
    }
}
