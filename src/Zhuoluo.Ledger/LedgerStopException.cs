namespace Zhuoluo.Ledger;

/// <summary>
/// Stop: the log must not go on. What is stored is not what was signed, or was about to become so. Everything else that is thrown means:
/// this batch failed, try again.
/// </summary>
public sealed class LedgerStopException : Exception
{
    /// <summary>With the reason, for the operator.</summary>
    public LedgerStopException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and what led to it.</summary>
    public LedgerStopException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Without a reason.</summary>
    public LedgerStopException()
    {
    }
}
