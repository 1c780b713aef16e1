namespace Zhuoluo.Ledger.Witnesses;

/// <summary>What goes back to the log.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">Signature lines, or the size cosigned last, or nothing.</param>
public sealed record WitnessAnswer(WitnessStatus Status, string ContentType, string Body)
{
    /// <summary>The type of a body that is a size (C2SP tlog-witness).</summary>
    public const string SizeType = "text/x.tlog.size";

    /// <summary>The type of every other body.</summary>
    public const string TextType = "text/plain; charset=utf-8";
}
