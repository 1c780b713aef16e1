namespace Zhuoluo.Ledger.Witnesses;

/// <summary>What an answer of a witness means for the log.</summary>
public enum CosigningResult
{
    /// <summary>The witness cosigned: keep the lines beside the checkpoint and serve them with it.</summary>
    Cosigned,

    /// <summary>The witness is at another size: ask again from there.</summary>
    AskFromThere,

    /// <summary>The witness does not know this log or its key, or signs with a key that is not configured: people must look at the configuration.</summary>
    Misconfigured,

    /// <summary>The log has forked, or was restored from an older state: stop signing (ledger.md section 12).</summary>
    StopSigning,

    /// <summary>No answer of use; try again at the next checkpoint.</summary>
    Unavailable,
}
