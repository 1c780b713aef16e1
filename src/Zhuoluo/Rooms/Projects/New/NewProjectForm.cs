using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.New;

/// <summary>A new project as typed. Targets, nodes and money are lines, one each, as people paste them from their own list.</summary>
internal sealed class NewProjectForm
{
    [Display(Name = "project.name"), Required, StringLength(Project.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "project.content"), StringLength(Project.LongestText)]
    public string? Content { get; set; }

    [Display(Name = "programme.one")]
    public long? ProgrammeId { get; set; }

    [Display(Name = "project.lead-unit"), Required]
    public long? LeadUnitId { get; set; }

    [Display(Name = "project.place")]
    public string? PlaceCode { get; set; }

    [Display(Name = "project.source")]
    public string? Source { get; set; }

    [Display(Name = "project.level")]
    public string? Level { get; set; }

    [Display(Name = "project.leader"), StringLength(40)]
    public string? LeaderName { get; set; }

    [Display(Name = "project.leader-post"), StringLength(60)]
    public string? LeaderPost { get; set; }

    [Display(Name = "project.planned-start"), Required]
    public DateOnly? PlannedStart { get; set; }

    [Display(Name = "project.planned-finish"), Required]
    public DateOnly? PlannedFinish { get; set; }

    [Display(Name = "project.targets"), StringLength(2000)]
    public string? Targets { get; set; }

    [Display(Name = "project.nodes"), StringLength(2000)]
    public string? Nodes { get; set; }

    [Display(Name = "project.money.planned-wan"), Range(0, 1_000_000_000d)]
    public decimal? Money { get; set; }

    [Display(Name = "project.beneficiaries"), Range(0, 2_000_000_000)]
    public long? Beneficiaries { get; set; }

    [Display(Name = "project.estimated-box")]
    public bool IsEstimated { get; set; }

    [Display(Name = "project.matters-numbers"), StringLength(4000)]
    public string? Matters { get; set; }

    /// <summary>The command, or the refusal of the line that cannot be read.</summary>
    public Outcome<NewProject> Command(string? onceKey, IReadOnlyList<long> matters)
    {
        if (TypedLines.Targets(Targets).IsRefused(out var refusal, out var targets) || TypedLines.Nodes(Nodes).IsRefused(out refusal, out var nodes))
        {
            return refusal;
        }
        return new NewProject(Name!, LeadUnitId!.Value, PlannedStart!.Value, PlannedFinish!.Value)
        {
            ProgrammeId = ProgrammeId,
            Content = Content,
            PlaceCode = string.IsNullOrWhiteSpace(PlaceCode) ? null : PlaceCode,
            Source = Word<ProjectSource>.Read(Source) ?? ProjectSource.Other,
            Level = Word<PublicLevel>.Read(Level) ?? PublicLevel.County,
            LeaderName = LeaderName,
            LeaderPost = LeaderPost,
            Targets = targets,
            Nodes = nodes,
            Money = Money is > 0 ? [new NewMoney(MoneySource.Unsaid, Amounts.OfWan(Money.Value))] : [],
            Beneficiaries = Beneficiaries,
            IsEstimated = IsEstimated,
            MatterIds = matters,
            OnceKey = onceKey,
        };
    }
}
