using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects;

/// <summary>A list as somebody wants it: new without an id, changed with one. Code, year and first day stay what they were.</summary>
internal sealed record KeepProgramme(string Code, string Name, ProgrammeKind Kind, PublicLevel Level, int Year, long UnitId)
{
    public const int LongestName = 80;
    public const int LongestRule = 500;

    public long? Id { get; init; }
    public ProjectSource Source { get; init; } = ProjectSource.Other;
    public string? EntryRule { get; init; }
    public string LightProfile { get; init; } = Projects.LightProfile.Standard;
    public ReportPeriod Period { get; init; } = ReportPeriod.Month;
    public long? ParentId { get; init; }
    public int? HigherTotal { get; init; }
    public bool IsDisjoint { get; init; }
    public bool IsPublic { get; init; }
    public bool IsEnded { get; init; }
    public int ExpectedVersion { get; init; }
}

/// <summary>A list cannot stand under itself, nor under one that stands under it.</summary>
internal sealed record ProgrammeUnderItself() : Refusal("programme-under-itself")
{
    public override string? Field => "ParentId";
}

internal sealed record ProgrammeCodeTaken() : Refusal("programme-code-taken")
{
    public override string? Field => "Code";
}
