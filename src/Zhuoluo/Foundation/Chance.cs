using System.Security.Cryptography;

namespace Zhuoluo.Foundation;

/// <summary>Where salts, codes and tokens come from. Production uses the system's generator; tests give a seeded one.</summary>
internal abstract class Chance
{
    public static Chance System { get; } = new SystemChance();

    public abstract void Fill(Span<byte> bytes);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>A code people can read out: Crockford's alphabet without I, L, O, U; five bits a character.</summary>
    public string Code(int length)
    {
        const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        Span<byte> raw = stackalloc byte[length];
        Fill(raw);
        var code = new char[length];
        for (var i = 0; i < length; i++)
        {
            code[i] = Alphabet[raw[i] & 31];
        }
        return new string(code);
    }

    private sealed class SystemChance : Chance
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
