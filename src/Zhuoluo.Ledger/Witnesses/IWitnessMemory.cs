using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>What a witness remembers: of each log the checkpoint that it cosigned last.</summary>
public interface IWitnessMemory
{
    /// <summary>The checkpoint cosigned last; null when none was.</summary>
    Task<SignedNote?> ReadAsync(string origin, CancellationToken cancel);

    /// <summary>Remembers it instead of the one before. MUST be durable when it returns: a witness that forgets may cosign a fork.</summary>
    Task KeepAsync(string origin, SignedNote checkpoint, CancellationToken cancel);
}
