using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters;

/// <summary>A file of a step or of a wish. The bytes lie in the store by their digest; this row says whose they are and who may see them.</summary>
internal sealed class Attachment
{
    public required long Id { get; init; }

    /// <summary>100 random bits: what stands in addresses. Knowing it is not enough to see the file.</summary>
    public required string Token { get; init; }
    public required AttachedTo Owner { get; init; }

    /// <summary>The matter or the wish.</summary>
    public required long OwnerId { get; init; }

    /// <summary>The step that it came with; null for a wish and for files added in between.</summary>
    public long? StepId { get; init; }
    public required FileKind Kind { get; init; }
    public required string Digest { get; init; }
    public string? SmallDigest { get; init; }
    public required int Size { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>An editor has looked at it and shows it with the publication.</summary>
    public bool IsPublic { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public long? RemovedById { get; set; }
    public FileRemoval RemovedFor { get; set; }

    public bool IsRemoved => RemovedAt is not null;
    public string Address => "/files/" + Token;
    public string SmallAddress => $"/files/{Token}/small";
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum AttachedTo { Matter = 1, Wish = 2 }

/// <summary>Why the bytes are gone. Numbers are stored; never renumber.</summary>
internal enum FileRemoval { None = 0, Face = 1, PersonalData = 2, WrongMatter = 3, Unlawful = 4, Asked = 5 }
