using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.ListProgrammes;

internal sealed class ProgrammeForm
{
    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "programme.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "programme.name"), Required, StringLength(KeepProgramme.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "programme.year"), Required, Range(1949, 2200)]
    public int? Year { get; set; }

    [Display(Name = "programme.kind"), Required]
    public string? Kind { get; set; }

    [Display(Name = "project.level"), Required]
    public string? Level { get; set; }

    [Display(Name = "programme.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "project.source"), Required]
    public string? Source { get; set; }

    [Display(Name = "programme.rule"), StringLength(KeepProgramme.LongestRule)]
    public string? EntryRule { get; set; }

    [Display(Name = "programme.profile"), Required]
    public string? Profile { get; set; }

    [Display(Name = "programme.period"), Required]
    public string? Period { get; set; }

    [Display(Name = "programme.parent")]
    public long? ParentId { get; set; }

    [Display(Name = "programme.higher-total"), Range(0, 1_000_000)]
    public int? HigherTotal { get; set; }

    [Display(Name = "programme.disjoint")]
    public bool IsDisjoint { get; set; }

    [Display(Name = "programme.public")]
    public bool IsPublic { get; set; }

    [Display(Name = "programme.ended")]
    public bool IsEnded { get; set; }

    public static ProgrammeForm Of(Programme programme) => new()
    {
        Id = programme.Id,
        Version = programme.Version,
        Code = programme.Code,
        Name = programme.Name,
        Year = programme.Year,
        Kind = Word.Of(programme.Kind),
        Level = Word.Of(programme.Level),
        UnitId = programme.UnitId,
        Source = Word.Of(programme.Source),
        EntryRule = programme.EntryRule,
        Profile = programme.LightProfile,
        Period = Word.Of(programme.Period),
        ParentId = programme.ParentId,
        HigherTotal = programme.HigherTotal,
        IsDisjoint = programme.IsDisjoint,
        IsPublic = programme.IsPublic,
        IsEnded = programme.EndedOn is not null,
    };

    public KeepProgramme Command() => new(Code!, Name!, Word<ProgrammeKind>.Read(Kind) ?? ProgrammeKind.Key, Word<PublicLevel>.Read(Level) ?? PublicLevel.County, Year!.Value, UnitId!.Value)
    {
        Id = Id,
        Source = Word<ProjectSource>.Read(Source) ?? ProjectSource.Other,
        EntryRule = EntryRule,
        LightProfile = Profile!,
        Period = Word<ReportPeriod>.Read(Period) ?? ReportPeriod.Month,
        ParentId = ParentId,
        HigherTotal = HigherTotal,
        IsDisjoint = IsDisjoint,
        IsPublic = IsPublic,
        IsEnded = IsEnded,
        ExpectedVersion = Version,
    };
}
