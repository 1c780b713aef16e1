using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Plans;

internal sealed class PlanForm
{
    private const int LongestTasks = 40_000;

    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.label.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "project.plan.name"), Required, StringLength(ThemePlan.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "programme.year"), Required, Range(1949, 2200)]
    public int? Year { get; set; }

    [Display(Name = "project.plan.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "project.plan.tasks"), Required, StringLength(LongestTasks)]
    public string? Tasks { get; set; }

    public static PlanForm Of(ThemePlan plan, IEnumerable<PlanTask> tasks, OfficesSnapshot offices) => new()
    {
        Id = plan.Id,
        Version = plan.Version,
        Code = plan.Code,
        Name = plan.Name,
        Year = plan.Year,
        UnitId = plan.UnitId,
        Tasks = PlanLines.Write(tasks, offices),
    };

    public Outcome<DraftPlan> Command(OfficesSnapshot offices) =>
        PlanLines.Read(Tasks, offices).Then(tasks => new DraftPlan(Code!, Name!, Year!.Value, UnitId!.Value, tasks) { Id = Id, ExpectedVersion = Version });
}
