namespace Zhuoluo.Rooms.Rhythm;

/// <param name="Kind">One of five.</param>
/// <param name="UnitId">Who is looked at.</param>
/// <param name="OfficeId">Who looks.</param>
/// <param name="Topic">What for.</param>
/// <param name="Basis">On which decision or approved proposal.</param>
/// <param name="PlannedOn">When.</param>
/// <param name="OverlapReason">Why, where another one is near.</param>
internal sealed record AskInspection(InspectionKind Kind, long UnitId, long OfficeId, string? Topic, string? Basis, DateOnly PlannedOn, string? OverlapReason);

internal sealed record DecideInspection(long Id, bool IsApproved, string? Note, int Version);

/// <summary>It took place on that day; what it found becomes decisions of the unit.</summary>
internal sealed record ConcludeInspection(long Id, DateOnly On, string? Conclusion, IReadOnlyList<TalkItem> Findings, int Version);

internal sealed record ObjectToInspection(long Id, string? Text, int Version);

internal sealed record RuleOnInspection(long Id, bool IsGranted, string? Text, int Version);
