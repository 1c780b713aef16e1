namespace Zhuoluo.Foundation;

/// <summary>
/// The public shape of one line of the ledger. Implemented by frozen records named <c>{Noun}{PastTense}V{n}</c>.
/// Their properties may only be of the types that a fence test lists (numbers, flags, enums, days, <see cref="Code"/>):
/// there is no text among them, so that personal data cannot get into an entry by type.
/// What must be provable later but not public goes into an <see cref="Opening"/>, of which the entry holds a commitment.
/// </summary>
internal interface IEntry
{
    /// <summary>Stable name such as <c>matter.assigned</c>; listed in docs/entries.md.</summary>
    static abstract string Kind { get; }

    static abstract int Version { get; }
}

/// <summary>The record an entry is about. Kept beside the entry, not inside it (ledger.md section 10: no case number in entries).</summary>
/// <param name="Kind">Noun such as "matter".</param>
/// <param name="Id">Its id.</param>
internal readonly record struct Subject(string Kind, long Id);

/// <summary>What a commitment hides: opened by whoever holds salt and data (ledger.md section 10).</summary>
/// <param name="Class">Disclosure class, e.g. "matter.text.v1"; ASCII.</param>
/// <param name="Data">UTF-8 JSON that the person may be shown.</param>
internal sealed record Opening(string Class, byte[] Data);
