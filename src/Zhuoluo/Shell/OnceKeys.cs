using System.Security.Cryptography;

namespace Zhuoluo.Shell;

/// <summary>Makes the key that lets a form count once however often it is sent: 128 bits, lower-case hex.</summary>
internal static class OnceKeys
{
    public const string FieldName = "OnceKey";

    public static string Next() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
