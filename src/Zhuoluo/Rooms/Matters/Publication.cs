namespace Zhuoluo.Rooms.Matters;

/// <summary>What the public may read of a matter: a text of its own that a person has checked. There is no field for personal data.</summary>
internal sealed class Publication
{
    public required long MatterId { get; init; }
    public required PublicationState State { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public long? CheckedById { get; set; }
    public string? WithheldReason { get; set; }
}

internal enum PublicationState { AwaitingCheck = 1, Shown = 2, Withheld = 3 }
