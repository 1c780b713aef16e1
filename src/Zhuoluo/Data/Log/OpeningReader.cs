using System.Text;
using Zhuoluo.Ledger;
using Opening = Zhuoluo.Ledger.Receipts.Opening;

namespace Zhuoluo.Data.Log;

/// <summary>Opens what <see cref="Work.Prepare{T}(T, Foundation.Subject, SubjectKey, IReadOnlyList{Foundation.Opening})"/> sealed: salt and data behind a commitment.</summary>
internal static class OpeningReader
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row or its key was changed.</exception>
    public static Opening Open(Vault vault, SubjectKey key, SealedOpening row)
    {
        var plain = vault.Open(key, row.Sealed, [.. row.EventId, .. Encoding.ASCII.GetBytes(row.Class)]);
        var (salt, data) = (plain.AsMemory(0, Commitment.SaltLength), plain.AsMemory(Commitment.SaltLength));
        return new Opening(Commitment.Compute(salt.Span, row.Class, data.Span), salt, row.Class, data);
    }
}
