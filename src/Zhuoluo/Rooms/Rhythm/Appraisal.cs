namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// What came of a quarter or a year, unit by unit, counted from records (rows F04, F05): outcomes only, each with both its numbers, no sum, no place in a
/// table, and nothing of persons, sign-ins, uploads or study time (rules B6.4, D2). Once issued it never changes; a correction is another one.
/// </summary>
internal sealed class Appraisal
{
    public const int LongestTitle = 60;
    public const int LongestSummary = 2000;

    public required long Id { get; init; }
    public required AppraisalKind Kind { get; init; }
    public required long OfficeId { get; init; }
    public required string Title { get; set; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The day of which the numbers are; what falls due later is in none of them.</summary>
    public required DateOnly AsOf { get; set; }

    /// <summary>What the leading group says of the whole.</summary>
    public string? Summary { get; set; }
    public long? DraftedById { get; init; }
    public required string DraftedByName { get; init; }
    public DateOnly? IssuedOn { get; set; }
    public string? IssuedByName { get; set; }

    /// <summary>The issued one that this corrects.</summary>
    public long? CorrectsId { get; init; }

    /// <summary>The step of a cadence that it is for.</summary>
    public long? BeatId { get; init; }
    public required string ChangedByName { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum AppraisalKind { Quarter = 1, Year = 2 }

/// <summary>One number of one unit with what it is out of.</summary>
internal sealed class AppraisalLine
{
    public required long AppraisalId { get; init; }
    public required long UnitId { get; init; }
    public required Measure Measure { get; init; }
    public required long Part { get; init; }
    public required long Whole { get; init; }
}

/// <summary>What is counted, always an outcome. Numbers are stored; never renumber. Texts: <c>appraisal.measure.{word}</c>.</summary>
internal enum Measure
{
    /// <summary>Of the projects first promised for a day of the period, those completed by then.</summary>
    ProjectsDone = 1,

    /// <summary>Of the projects completed in the period, those not later than first promised.</summary>
    ProjectsOnTime = 2,

    /// <summary>Later days that were granted in the period; whole is the projects that were under way.</summary>
    Slips = 3,

    /// <summary>Days on which a project was red; whole is the projects that were under way.</summary>
    RedDays = 4,

    /// <summary>Of the limits of handling that ended in the period, those met.</summary>
    MattersInTime = 5,

    /// <summary>Of the valid ratings of the period, those that are not bad; after exclusions (rules A4.4).</summary>
    Rated = 6,

    /// <summary>Of the decisions due in the period, those carried out by their day.</summary>
    DecisionsDone = 7,
}

internal static class Measures
{
    /// <summary>Part is a share of whole, so that a percentage makes sense.</summary>
    public static bool IsRate(this Measure measure) => measure is not (Measure.Slips or Measure.RedDays);
}

/// <summary>What the leading group says of one unit, and what the unit answers. Written while the sheet is a draft; answered once it is issued.</summary>
internal sealed class Remark
{
    public const int LongestText = 1000;

    public required long Id { get; init; }
    public required long AppraisalId { get; init; }
    public required long UnitId { get; init; }
    public required string Text { get; set; }
    public string? Answer { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public string? AnsweredByName { get; set; }
}
