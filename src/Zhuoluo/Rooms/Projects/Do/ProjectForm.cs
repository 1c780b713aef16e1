using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Do;

/// <summary>What the page of a verb asks for, as typed. Which of it is shown and needed stands in the table.</summary>
internal sealed class ProjectForm
{
    [Display(Name = "project.do.text"), StringLength(Project.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "project.do.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "project.do.until")]
    public DateOnly? Until { get; set; }

    [Display(Name = "programme.one")]
    public long? ProgrammeId { get; set; }

    [Display(Name = "project.do.reason")]
    public string? Reason { get; set; }

    [Display(Name = "project.do.item")]
    public long? ItemId { get; set; }

    [Display(Name = "project.target.reached"), Range(0, 1_000_000_000_000d)]
    public decimal? Reached { get; set; }

    [Display(Name = "project.do.arrived"), Range(0, 1_000_000_000d)]
    public decimal? Arrived { get; set; }

    [Display(Name = "project.do.paid"), Range(0, 1_000_000_000d)]
    public decimal? Paid { get; set; }

    [Display(Name = "project.leader"), StringLength(40)]
    public string? LeaderName { get; set; }

    [Display(Name = "project.leader-post"), StringLength(60)]
    public string? LeaderPost { get; set; }

    [Display(Name = "project.do.letter")]
    public string? Letter { get; set; }

    public ProjectDeed ToDeed(long projectId, ProjectVerb verb, int version, string? onceKey) => new(projectId, verb)
    {
        Text = Text,
        On = On,
        Until = Until,
        ProgrammeId = ProgrammeId,
        Reason = Word<DelayReason>.Read(Reason),
        ItemId = ItemId,
        Reached = Reached is { } reached ? Amounts.OfQuantity(reached) : null,
        Arrived = Arrived is { } arrived ? Amounts.OfWan(arrived) : null,
        Paid = Paid is { } paid ? Amounts.OfWan(paid) : null,
        LeaderName = LeaderName,
        LeaderPost = LeaderPost,
        Letter = Word<LetterStep>.Read(Letter),
        ExpectedVersion = version,
        OnceKey = Choosing.Blank(onceKey),
    };
}
