namespace Zhuoluo.Rooms.Organisation;

/// <summary>A member of staff who can sign in. Residents have no account.</summary>
internal sealed record Person
{
    public required long Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Lower case, unique, never given to somebody else.</summary>
    public required string LoginName { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>The password was set by somebody else and must be changed before anything else.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Null for one set before this was kept.</summary>
    public DateOnly? PasswordSetOn { get; init; }

    public int FailedCount { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Changes with the password and whenever all sessions must end.</summary>
    public required string SecurityStamp { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>Another program, which acts by tokens only and never signs in.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Key and sealed bytes of the telephone number, or null when none is kept.</summary>
    public long? PhoneKeyId { get; init; }

    public byte[]? PhoneSealed { get; init; }
}
