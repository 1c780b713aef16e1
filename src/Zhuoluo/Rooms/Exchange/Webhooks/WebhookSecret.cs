using System.Buffers.Binary;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>What both sides know and sign with: 200 bits of chance, kept sealed, since signing needs it again.</summary>
internal static class WebhookSecret
{
    private const int Length = 40;

    public static (string Secret, SubjectKey Key, byte[] Sealed) Make(Work work, long hookId)
    {
        var secret = work.Act.Chance.Code(Length);
        var key = work.Vault.NewKey(work.Act);
        return (secret, key, work.Vault.Seal(key, Encoding.ASCII.GetBytes(secret), Bound(hookId), work.Act.Chance));
    }

    public static string Open(Vault vault, SubjectKey key, Webhook hook) => Encoding.ASCII.GetString(vault.Open(key, hook.SecretSealed, Bound(hook.Id)));

    private static byte[] Bound(long hookId)
    {
        var id = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(id, hookId);
        return [.. "webhook-secret"u8, .. id];
    }
}
