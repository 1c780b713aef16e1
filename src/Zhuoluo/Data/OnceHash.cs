using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Data;

/// <summary>Keys of repeated submissions are kept as hashes: a key in a form is nobody's business later.</summary>
internal static class OnceHash
{
    public static byte[] Of(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key))[..16];
}
