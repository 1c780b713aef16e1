namespace Zhuoluo.Ledger.Notes;

/// <summary>Why a checkpoint is not trusted.</summary>
public enum CheckpointFault
{
    /// <summary>It is trusted.</summary>
    None,

    /// <summary>The text of the note is no checkpoint.</summary>
    NotACheckpoint,

    /// <summary>It is of a log that the policy does not list.</summary>
    UnknownOrigin,

    /// <summary>A line of a known key does not verify: somebody changed the note, or forged it.</summary>
    WrongSignature,

    /// <summary>None of the known keys of the log signed it.</summary>
    NotSigned,

    /// <summary>Only a key that had ended by this size signed it (ledger.md section 13).</summary>
    KeyEnded,

    /// <summary>Too few of the witnesses signed it.</summary>
    NoQuorum,
}
