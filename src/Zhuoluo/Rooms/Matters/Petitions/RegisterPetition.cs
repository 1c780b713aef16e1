namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>A petition as it comes in: the matter that it is, and what its own law asks for.</summary>
internal sealed record RegisterPetition(string SystemCode, SourceLevel Level, PetitionForm Form, string Text, string PlaceCode)
{
    public const int MostRepresentatives = 5;
    public const int LongestNumber = 60;
    public const int LongestLink = 500;
    public const int MostPeople = 100_000;

    /// <summary>A matter that is there already and not yet assigned; then text, place and contact are that one's.</summary>
    public long? MatterId { get; init; }
    public string? Title { get; init; }
    public Contact Contact { get; init; } = new(null, null, null);
    public string? CategoryCode { get; init; }

    /// <summary>The number in the official system; kept sealed.</summary>
    public string? OfficialNumber { get; init; }
    public string? LinkUrl { get; init; }

    /// <summary>The day it came, when that is not today.</summary>
    public DateOnly? ReceivedOn { get; init; }
    public int Times { get; init; } = 1;
    public bool IsRepeatListed { get; init; }
    public int People { get; init; } = 1;
    public int Representatives { get; init; }

    /// <summary>The accusation is confidential from the first moment.</summary>
    public bool IsAccusation { get; init; }

    /// <summary>Number of an earlier matter about the same facts.</summary>
    public string? EarlierNumber { get; init; }
    public bool HasNewFacts { get; init; }
    public string? HardReason { get; init; }
    public string? OnceKey { get; init; }
}
