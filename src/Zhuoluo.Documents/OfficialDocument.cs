namespace Zhuoluo.Documents;

/// <summary>
/// An official document before anybody has set it (rules E1). Number, seal and signing stay with the office: without a number it says so,
/// and a seal is never drawn (E1.4).
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>发文机关标志, as the head prints it.</summary>
    public required string Mark { get; init; }
    public required string Title { get; init; }
    /// <summary>成文日期; also the time stamp of every part of the file, so that the same document is the same bytes.</summary>
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<Block> Text { get; init; }
    /// <summary>Null while not issued.</summary>
    public DocumentNumber? Number { get; init; }
    /// <summary>Words for a number that is still to be given, for example the code with an empty year.</summary>
    public string? NumberOpen { get; init; }
    /// <summary>Shown at the head of every page while not issued.</summary>
    public string? DraftMark { get; init; }
    /// <summary>签发人 of a document that goes up; its number then stands left.</summary>
    public string? Approver { get; init; }
    /// <summary>份号, six digits, and 紧急程度, each on its own line at the top left.</summary>
    public int? CopyNumber { get; init; }
    public string? Urgency { get; init; }
    public string? Addressee { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    /// <summary>署名; null where the kind has none (minutes).</summary>
    public string? Signature { get; init; }
    /// <summary>Room for a seal that the office puts on paper: the date stands four characters in, the name centred above it.</summary>
    public bool LeavesRoomForSeal { get; init; }
    /// <summary>附注, without its brackets.</summary>
    public string? Note { get; init; }
    public IReadOnlyList<string> CopiesTo { get; init; } = [];
    /// <summary>印发机关 and the day of printing; null leaves the imprint out.</summary>
    public string? PrintedBy { get; init; }
    public DateOnly? PrintedOn { get; init; }

    public bool IsIssued => Number is not null;
}

public sealed record Attachment(string Title, IReadOnlyList<Block> Text);
