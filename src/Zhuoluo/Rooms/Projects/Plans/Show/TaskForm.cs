using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Projects.Plans.Show;

/// <summary>What a unit tells of a task, as typed.</summary>
internal sealed class TaskForm
{
    public long Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.do.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "project.plan.result"), StringLength(PlanTask.LongestText)]
    public string? Result { get; set; }
}
