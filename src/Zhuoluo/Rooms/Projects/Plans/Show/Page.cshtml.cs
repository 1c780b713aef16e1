using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Plans.Show;

/// <summary>One plan: its aspects with how far each is, its tasks, and the words of the units on them.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class PlanPage(ZhuoluoContext db, PlansHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public TaskForm Form { get; set; } = new();

    public ThemePlan Plan { get; private set; } = null!;
    public IReadOnlyList<PlanTask> Tasks { get; private set; } = [];

    /// <summary>Only tasks that stand so; all where nothing is asked.</summary>
    public TaskState? State => Word<TaskState>.Read(Request.Query["state"]);
    public bool IsLate => Request.Query["overdue"] == "1";

    /// <summary>The task that a unit tells of.</summary>
    public PlanTask? Chosen { get; private set; }
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public string Href => "/plans/" + Plan.Code;
    public bool MayKeep => HttpContext.May(Capability.ManageProjects);
    public IEnumerable<PlanTask> Shown => Tasks.Where(t => (State is not { } state || t.State == state) && (!IsLate || t.IsOverdue(Today)));

    public bool MayMove(PlanTask task) => task.State is TaskState.Issued or TaskState.UnderWay
        && (MayKeep || Permissions.May(HttpContext.Actor(), Capability.HandleProject, Offices.Unit(task.UnitId)?.Path ?? "/"));

    public async Task<IActionResult> OnGetAsync(string code, int? task, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel))
        {
            return NotFound();
        }
        Chosen = Tasks.FirstOrDefault(t => t.Serial == task && MayMove(t));
        Form = new TaskForm { Id = Chosen?.Id ?? 0, Version = Chosen?.Version ?? 0, On = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostIssueAsync(string code, CancellationToken cancel) =>
        await LoadAsync(code, cancel) ? this.Settle(await handler.IssueAsync(Plan.Id, HttpContext.Act(), cancel), texts["project.plan.issued-now"], Href) : NotFound();

    public Task<IActionResult> OnPostBeginAsync(string code, CancellationToken cancel) => MoveAsync(code, TaskState.UnderWay, cancel);

    public Task<IActionResult> OnPostFinishAsync(string code, CancellationToken cancel) => MoveAsync(code, TaskState.Done, cancel);

    private async Task<IActionResult> MoveAsync(string code, TaskState to, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel) || Tasks.FirstOrDefault(t => t.Id == Form.Id) is not { } task)
        {
            return NotFound();
        }
        Chosen = task;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.MoveAsync(new MoveTask(task.Id, to) { Result = Form.Result, On = Form.On, ExpectedVersion = Form.Version }, HttpContext.Act(), cancel), texts["project.plan.moved"], Href);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancel)
    {
        if (await db.Set<ThemePlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel) is not { } plan)
        {
            return false;
        }
        Plan = plan;
        Tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan.Id).OrderBy(t => t.Serial).ToListAsync(cancel);
        return true;
    }
}
