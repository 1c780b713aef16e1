namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// A report on a period (rules E2): prose around numbers that are computed and cannot be typed over, approved by a second person, issued with
/// number and day. From then on it never changes; a correction is another one that names it.
/// </summary>
internal sealed class Bulletin
{
    public const int LongestTitle = 80;
    public const int LongestProse = 20_000;
    public const int LongestLine = 200;

    public required long Id { get; init; }
    public required BulletinKind Kind { get; init; }
    public required long OfficeId { get; init; }
    public required string Title { get; set; }

    /// <summary>The office's code of its numbers, such as 青民通.</summary>
    public required string Series { get; set; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The day of which all computed numbers are (rules E2.2).</summary>
    public required DateOnly AsOf { get; set; }
    public string? Addressee { get; set; }
    public string? CopiesTo { get; set; }

    /// <summary>Paragraphs by lines; # and ## before headings; a number is the label of its figure in braces.</summary>
    public required string Prose { get; set; }

    /// <summary>What was computed, as JSON of <see cref="Bulletins.Computed"/>.</summary>
    public required string Figures { get; set; }
    public required BulletinState State { get; set; }
    public long? DraftedById { get; init; }
    public required string DraftedByName { get; init; }
    public string? ReturnNote { get; set; }
    public long? ApprovedById { get; set; }
    public string? ApprovedByName { get; set; }
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Year and serial of its number; both from the issue on.</summary>
    public int? Year { get; set; }
    public int? Serial { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The issued one that this corrects.</summary>
    public long? CorrectsId { get; init; }
    public long? BeatId { get; init; }

    /// <summary>Who wrote last, for the second of two editors.</summary>
    public long? ChangedById { get; set; }
    public required string ChangedByName { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum BulletinKind { Bulletin = 1, Weekly = 2, Monthly = 3, Review = 4, Special = 5 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum BulletinState { Draft = 1, Waiting = 2, Approved = 3, Issued = 4 }

internal static class BulletinStates
{
    public static string Tone(this BulletinState state) => state switch
    {
        BulletinState.Draft => "plain",
        BulletinState.Issued => "good",
        _ => "wait",
    };
}
