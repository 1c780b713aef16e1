using System.Security.Cryptography;

namespace Zhuoluo.Ledger.Receipts;

/// <summary>
/// What stands behind a commitment: shown only to the person whose it is, since whoever has it knows the data (ledger.md sections 4.5 and 10).
/// </summary>
/// <param name="Commitment">Which of the entry's commitments: its 32 bytes.</param>
/// <param name="Salt">32 bytes.</param>
/// <param name="Type">What kind of data.</param>
/// <param name="Data">The data.</param>
public sealed record Opening(ReadOnlyMemory<byte> Commitment, ReadOnlyMemory<byte> Salt, string Type, ReadOnlyMemory<byte> Data)
{
    /// <summary>Whether the data are those that were committed to.</summary>
    public bool Opens() =>
        Salt.Length == Ledger.Commitment.SaltLength
        && CryptographicOperations.FixedTimeEquals(Ledger.Commitment.Compute(Salt.Span, Type, Data.Span), Commitment.Span);
}
