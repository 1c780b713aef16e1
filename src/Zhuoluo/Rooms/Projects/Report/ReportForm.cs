using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Projects.Report;

/// <summary>The one small form of a period, filled with what is known.</summary>
internal sealed class ReportForm
{
    [Display(Name = "project.report.period"), Required]
    public DateOnly? Period { get; set; }

    [Display(Name = "project.report.done"), Required, Range(0, 1000)]
    public decimal? Done { get; set; }

    [Display(Name = "project.report.text"), StringLength(ReportProgress.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "project.report.problem"), StringLength(ReportProgress.LongestText)]
    public string? Problem { get; set; }

    [Display(Name = "project.report.needs"), StringLength(ReportProgress.LongestText)]
    public string? Needs { get; set; }

    [Display(Name = "project.report.next"), StringLength(ReportProgress.LongestText)]
    public string? Next { get; set; }

    [Display(Name = "project.report.correct")]
    public bool IsCorrection { get; set; }

    public ReportProgress Command(long projectId, int version) => new(projectId, Period!.Value, Amounts.OfPercent(Done!.Value))
    {
        Text = Text,
        Problem = Problem,
        Needs = Needs,
        Next = Next,
        IsCorrection = IsCorrection,
        ExpectedVersion = version,
    };
}
