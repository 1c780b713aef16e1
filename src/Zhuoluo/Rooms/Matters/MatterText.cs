namespace Zhuoluo.Rooms.Matters;

/// <summary>The requester's own words, as written. May hold personal data: shown to those who handle it, never public unchecked.</summary>
internal sealed class MatterText
{
    public required long MatterId { get; init; }
    public required string Text { get; set; }

    /// <summary>Where exactly, in the requester's words.</summary>
    public string? PlaceText { get; set; }

    /// <summary>Version of the privacy notice that stood before the fields (rules F1, article 17); null where none was shown, as at the counter.</summary>
    public int? NoticeVersion { get; init; }
}

/// <summary>Name, telephone, address, e-mail: sealed JSON under the subject's key, masked on screen, revealed with a reason (rules F5.2).</summary>
internal sealed class MatterContact
{
    public required long MatterId { get; init; }
    public required long KeyId { get; init; }
    public required byte[] Sealed { get; set; }
}

/// <summary>What is inside <see cref="MatterContact.Sealed"/>.</summary>
internal sealed record Contact(string? Name, string? Phone, string? Address)
{
    /// <summary>For messages about the matter; left out of what was sealed before there were any.</summary>
    public string? Email { get; init; }
    public bool IsEmpty => Name is null && Phone is null && Address is null && Email is null;
}

/// <summary>Somebody looked at a contact: who, when, why. Shown on the matter; cannot be deleted.</summary>
internal sealed class ContactReveal
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Reason { get; init; }
}
