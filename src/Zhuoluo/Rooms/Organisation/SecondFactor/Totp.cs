using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>
/// One-time codes by time: RFC 6238 with HMAC-SHA-1, 30 seconds, six digits, which is what every authenticator app knows.
/// The provider of ASP.NET Core Identity reads the clock itself and does not say which step matched, so it cannot refuse a replay.
/// </summary>
internal static class Totp
{
    public const int SecretLength = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    // RFC 6238 section 5.2: one step back for the time a person needs, one ahead for a phone's clock.
    private static readonly int[] _drift = [0, -1, 1];

    /// <summary>The step whose code this is, later than <paramref name="after"/>; null when there is none.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset at, long after)
    {
        var typed = new string([.. code.Where(char.IsAsciiDigit)]);
        if (typed.Length != Digits)
        {
            return null;
        }
        var now = at.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        foreach (var drift in _drift)
        {
            var matches = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(secret, now + drift)), System.Text.Encoding.ASCII.GetBytes(typed));
            if (matches && now + drift > after)
            {
                found ??= now + drift;
            }
        }
        return found;
    }

    /// <summary>RFC 4226 section 5.3.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SecretLength];
#pragma warning disable CA5350 // RFC 6238 and all apps use SHA-1 here; HMAC does not need collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (value % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(byte[] secret, string issuer, string login) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(login)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString(issuer)}";

    /// <summary>RFC 4648, without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new System.Text.StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }
        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }
}
