using System.Globalization;

namespace Zhuoluo.Rooms.Matters.Reveal;

/// <summary>What of a contact stands on a page: enough to tell two people apart, too little to find one (rules F5.2).</summary>
internal sealed record MaskedContact(string? Name, string? Phone, bool HasAddress)
{
    private const int Head = 3;
    private const int Tail = 4;

    public bool HasMail { get; init; }
    public bool IsEmpty => Name is null && Phone is null && !HasAddress && !HasMail;

    public static MaskedContact Of(Contact contact) => new(
        contact.Name is { Length: > 0 } name ? StringInfo.GetNextTextElement(name) + "**" : null,
        contact.Phone is { Length: > 0 } phone ? Mask(MatterContacts.DigitsOf(phone)) : null,
        !string.IsNullOrEmpty(contact.Address))
    {
        HasMail = !string.IsNullOrEmpty(contact.Email),
    };

    // 138****1234; of a number too short for that only the end.
    private static string Mask(string digits) => digits.Length > Head + Tail + 1
        ? $"{digits[..Head]}****{digits[^Tail..]}"
        : $"****{digits[Math.Max(0, digits.Length - 2)..]}";
}
