namespace Zhuoluo.Ledger.Witnesses;

/// <summary>How a witness answers; the number is the status of HTTP (C2SP tlog-witness, "add-checkpoint").</summary>
public enum WitnessStatus
{
    /// <summary>Cosigned.</summary>
    Cosigned = 200,

    /// <summary>The request is none, or its old size is larger than its checkpoint.</summary>
    Malformed = 400,

    /// <summary>No trusted key of the log signed the checkpoint.</summary>
    NotSigned = 403,

    /// <summary>The witness does not know the log.</summary>
    UnknownLog = 404,

    /// <summary>The old size is not the one cosigned last, or the same size has another root.</summary>
    Conflict = 409,

    /// <summary>The proof does not lead from the tree cosigned last to this one.</summary>
    Inconsistent = 422,
}
