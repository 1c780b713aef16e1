using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters;

/// <summary>A matter as it comes in, through whichever channel.</summary>
internal sealed record RegisterMatter(MatterKind Kind, Channel Channel, string Text, string PlaceCode)
{
    public string? Title { get; init; }
    public string? PlaceText { get; init; }
    public Contact Contact { get; init; } = new(null, null, null);

    /// <summary>How the requester wants to hear of it; null where nobody was asked. An e-mail address in the contact is a wish for mails by itself.</summary>
    public TellMe? Tell { get; init; }
    public string? CategoryCode { get; init; }
    public Urgency Urgency { get; init; } = Urgency.Ordinary;
    public bool IsConfidential { get; init; }
    public long? DriveId { get; init; }
    public long? VisitId { get; init; }
    public long? DutyShiftId { get; init; }

    /// <summary>The day it was raised when that is not today; never in the future.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The privacy notice that was shown before this was written; null where there was none.</summary>
    public int? NoticeVersion { get; init; }

    /// <summary>Photos and documents that lie in the store.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>The same key a second time gives the same receipt and no second matter.</summary>
    public string? OnceKey { get; init; }
}

/// <summary>What the requester keeps. The code is stored nowhere: <see cref="ReceiptCodes"/> makes it again.</summary>
internal sealed record Receipt(long MatterId, string Number, string Code, DateTimeOffset RegisteredAt, DateTimeOffset? DueAt);
