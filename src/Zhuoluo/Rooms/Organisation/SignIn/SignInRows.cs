namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>One sign-in on one device, until it ends. Told to the person; never counted.</summary>
internal sealed record StaffSession
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }
    public required SignInWay Way { get; init; }

    /// <summary>Browser and system in words, such as "Edge · Windows".</summary>
    public required string Device { get; init; }

    /// <summary>Coarse, such as 10.20.*.*: enough to tell the office from elsewhere.</summary>
    public required string Network { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required DateOnly SeenOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Which turn of <see cref="SessionTurn"/> ended it.</summary>
    public long? EndedTurn { get; init; }
}

/// <summary>One row; counts the endings of sessions, so that each node knows when to ask which.</summary>
internal sealed class SessionTurn
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Number { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum SignInWay
{
    Password = 1,
    PasswordAndCode = 2,
    PasswordAndRecoveryCode = 3,
    Passkey = 4,
    External = 5,
    ExternalAndCode = 6,
    FirstRun = 7,
}

/// <summary>One row; what administrators ask of everybody who signs in.</summary>
internal sealed class SignInRule
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>Bits by the numbers of roles whose holders need a second factor.</summary>
    public required long SecondFactorRoles { get; set; }

    /// <summary>After so many days a password must be changed; null: never (NIST SP 800-63B advises against it, some assessors ask for it).</summary>
    public int? PasswordDays { get; set; }

    public bool Asks(Foundation.Role role) => (SecondFactorRoles & (1L << (int)role)) != 0;
}

/// <summary>Somebody's identity at an issuer of OpenID Connect. Made by the person while signed in; gives no role.</summary>
internal sealed record ExternalIdentity
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
