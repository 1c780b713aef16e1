namespace Zhuoluo.Rooms.Matters.OwnReceipts;

/// <summary>One entry about a matter, as its requester finds it on the track page.</summary>
/// <param name="EventId">16 bytes.</param>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="At">When, in whole seconds.</param>
internal sealed record OwnReceipt(byte[] EventId, string Kind, DateTimeOffset At)
{
    public string Id => Convert.ToHexStringLower(EventId);

    /// <summary>Where the requester fetches it, with what it opens.</summary>
    public string Address => "/track/receipts/" + Id;

    /// <summary>The receipt can open what the requester said or was told.</summary>
    public bool Opens { get; init; }

    /// <summary>It could once; what it opened was erased.</summary>
    public bool IsGone { get; init; }
}
