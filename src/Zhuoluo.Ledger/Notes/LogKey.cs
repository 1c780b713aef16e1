namespace Zhuoluo.Ledger.Notes;

/// <summary>A key of a log that is trusted.</summary>
/// <param name="Key">Its name is the origin of the log.</param>
/// <param name="LastSize">The largest tree it may have signed; after a compromise the end is published here (ledger.md section 13).</param>
public sealed record LogKey(VerifierKey Key, long LastSize = long.MaxValue);
