using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Ledger.Notes;

/// <summary>Names and ids of keys (C2SP signed-note, "Format" and "Signatures").</summary>
internal static class KeyName
{
    /// <summary>Non-empty, without any Unicode space, plus sign or control character.</summary>
    public static bool IsGood(string name) => name.Length > 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>key ID = SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4] (signed-note, "Signatures").</summary>
    public static uint IdOf(string name, KeyKind kind, ReadOnlySpan<byte> publicKey)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)kind, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(bytes));
    }

    public static string Hex(uint id) => id.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>name+id+base64(type ‖ 32 bytes)</c>, which both kinds of keys are written as.</summary>
    /// <exception cref="FormatException">It is none, or of a type that this library does not know.</exception>
    public static (string Name, string Id, KeyKind Kind, byte[] Key) Read(string text)
    {
        // Base64 has plus signs too: only the first two divide.
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || !IsGood(parts[0]) || !Base64Text.TryDecode(parts[2], out var bytes) || bytes.Length != 1 + Ed25519.PublicKeyLength)
        {
            throw new FormatException("A key is written as name+id+key with an id of eight hexadecimal digits.");
        }
        var kind = (KeyKind)bytes[0];
        return Enum.IsDefined(kind)
            ? (parts[0], parts[1], kind, bytes[1..])
            : throw new FormatException($"Keys of type 0x{bytes[0]:x2} are not known here.");
    }

    public static string Write(string name, uint id, KeyKind kind, ReadOnlySpan<byte> key) => $"{name}+{Hex(id)}+{Convert.ToBase64String([(byte)kind, .. key])}";
}
