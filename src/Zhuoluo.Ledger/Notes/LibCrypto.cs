using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// The functions of OpenSSL that Ed25519 needs, which the framework has not (ledger.md section 3). .NET on Linux needs the same library
/// already; the same file name gives the instance that is loaded. Stable from 1.1.1 to 3.x.
/// </summary>
internal static partial class LibCrypto
{
    public const int Ed25519 = 1087;
    private const string Name = "libcrypto";
    private static readonly string[] _files = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so", "libcrypto.3.dylib", "libcrypto-3-x64.dll"];
    private static readonly Lazy<nint> _library = new(Load);

    static LibCrypto() => NativeLibrary.SetDllImportResolver(typeof(LibCrypto).Assembly, (name, _, _) => name == Name ? _library.Value : 0);

    /// <summary>Frees what OpenSSL gave us, once.</summary>
    internal sealed class KeyHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }

    /// <summary>One operation; never used twice, so that one key serves many threads.</summary>
    internal sealed class DigestHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }

    [LibraryImport(Name)]
    internal static partial KeyHandle EVP_PKEY_new_raw_private_key(int type, nint engine, in byte key, nuint length);

    [LibraryImport(Name)]
    internal static partial KeyHandle EVP_PKEY_new_raw_public_key(int type, nint engine, in byte key, nuint length);

    [LibraryImport(Name)]
    internal static partial int EVP_PKEY_get_raw_public_key(KeyHandle key, ref byte publicKey, ref nuint length);

    [LibraryImport(Name)]
    private static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Name)]
    internal static partial DigestHandle EVP_MD_CTX_new();

    [LibraryImport(Name)]
    private static partial void EVP_MD_CTX_free(nint digest);

    [LibraryImport(Name)]
    internal static partial int EVP_DigestSignInit(DigestHandle digest, nint keyContext, nint type, nint engine, KeyHandle key);

    [LibraryImport(Name)]
    internal static partial int EVP_DigestSign(DigestHandle digest, ref byte signature, ref nuint signatureLength, in byte message, nuint length);

    [LibraryImport(Name)]
    internal static partial int EVP_DigestVerifyInit(DigestHandle digest, nint keyContext, nint type, nint engine, KeyHandle key);

    [LibraryImport(Name)]
    internal static partial int EVP_DigestVerify(DigestHandle digest, in byte signature, nuint signatureLength, in byte message, nuint length);

    [LibraryImport(Name)]
    internal static partial void ERR_clear_error();

    private static nint Load()
    {
        foreach (var file in _files)
        {
            if (NativeLibrary.TryLoad(file, out var library))
            {
                return library;
            }
        }
        throw new DllNotFoundException($"The ledger signs and verifies with OpenSSL, and none of {string.Join(", ", _files)} could be loaded. Install OpenSSL 1.1.1 or newer.");
    }
}
