namespace Zhuoluo.Rooms.Organisation;

/// <summary>One row; counts every change of this room, so that each node knows when its snapshot is old.</summary>
internal sealed class OrganisationVersion
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Number { get; set; }
}

/// <summary>One row; the hash of the code that makes the first administrator. Valid once.</summary>
internal sealed class FirstRunCode
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required byte[] Hash { get; set; }
    public required DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>
/// One row; counts sign-ins under names that nobody has. Written so that an unknown name takes as long as a wrong password.
/// </summary>
internal sealed class SignInMiss
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Count { get; set; }
}
