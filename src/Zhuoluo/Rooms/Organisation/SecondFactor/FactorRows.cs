namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>The shared secret of an authenticator app (RFC 6238), sealed under a key of its own.</summary>
internal sealed record Authenticator
{
    public required long PersonId { get; init; }
    public required long KeyId { get; init; }
    public required byte[] SecretSealed { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Null until a first code showed that the app has the secret; it asks for nothing before.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The newest time step whose code was taken: no code is taken twice.</summary>
    public required long LastStep { get; init; }
}

/// <summary>Opens once when the authenticator is lost. Kept as a keyed fingerprint.</summary>
internal sealed record RecoveryCode
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }
    public required byte[] Mark { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>A passkey (WebAuthn credential): public key only, the private one never leaves the device.</summary>
internal sealed record Passkey
{
    public const int LongestName = 40;

    public required long Id { get; init; }
    public required long PersonId { get; init; }
    public required string Name { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required long SignCount { get; init; }
    public required string Transports { get; init; }
    public required bool IsUserVerified { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; init; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientData { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateOnly? UsedOn { get; init; }
}

/// <summary>Stands in entries; never rename.</summary>
internal enum FactorKind { Authenticator = 1, RecoveryCodes = 2, Passkey = 3, External = 4 }
