namespace Zhuoluo.Rooms.Organisation;

/// <summary>Whoever can hold a matter or people: department, town, village, window, leading group and its office (A01, A02).</summary>
internal sealed record Unit
{
    public required long Id { get; init; }

    /// <summary>Stable and public, such as 360821-12, or the place code of a town's or village's own body.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }
    public required UnitKind Kind { get; init; }
    public long? ParentId { get; init; }

    /// <summary>Ids from the top down to this unit, "/12/34/"; a subtree is everything that begins with it.</summary>
    public required string Path { get; init; }

    public string? PlaceCode { get; init; }

    /// <summary>Where people find it: hall and counter, for windows.</summary>
    public string? Room { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last valid day, or null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it last: the office's code, which a second editor is told.</summary>
    public required string ChangedBy { get; init; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>Whether this unit lies in the subtree of <paramref name="above"/>; a unit lies in its own.</summary>
    public bool IsUnder(Unit above) => Path.StartsWith(above.Path, StringComparison.Ordinal);
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum UnitKind
{
    County = 1,
    LeadingGroup = 2,

    /// <summary>The office of a campaign, staffed by secondment (A02).</summary>
    CampaignOffice = 3,
    Department = 4,
    Town = 5,
    Village = 6,
    Branch = 7,
    Team = 8,
    Window = 9,
}

internal sealed record UnitAlias
{
    public required long UnitId { get; init; }
    public required string Name { get; init; }
}
