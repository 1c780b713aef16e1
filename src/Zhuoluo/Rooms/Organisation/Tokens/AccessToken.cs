namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>Lets a program act for a person, or for itself where the person is a program, over the API and within its scopes.</summary>
internal sealed record AccessToken
{
    public const int LongestName = 60;

    public required long Id { get; init; }
    public required long PersonId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret; the secret itself is shown once and kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Bits by the numbers of <see cref="TokenScope"/>.</summary>
    public required long Scopes { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last day on which it opens anything.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The day only: how often it is used is nobody's business.</summary>
    public DateOnly? LastUsedOn { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsValidOn(DateOnly day) => RevokedAt is null && day <= ExpiresOn;
}
