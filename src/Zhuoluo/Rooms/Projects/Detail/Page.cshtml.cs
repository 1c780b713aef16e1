using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Detail;

/// <summary>One project: its promise, its light and why, what it counts, costs and reports, and every change there ever was.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class ProjectPage(ZhuoluoContext db, LinkMattersHandler link, Offices offices, Texts texts) : PageModel
{
    public ProjectStory Story { get; private set; } = null!;
    public IReadOnlyList<ProjectTransition> Offered { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public string Href => $"/projects/{Story.Project.Number}";

    [BindProperty]
    public string? Numbers { get; set; }

    /// <summary>What stands against closing now, as the end of a text key; null when nothing does or it is not due yet.</summary>
    public string? Guard => Story.Project.State == ProjectState.Publicity ? ClosingRules.Guard(Story.File, Today) : null;

    public bool MayReport => Story.Project.State.IsUnderWay() && Permissions.May(HttpContext.Actor(), Capability.HandleProject, Story.File.Lead?.Path ?? "/");

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await LoadAsync(number, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(string number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
        {
            return NotFound();
        }
        var command = new LinkMattersTo(Story.Project.Id, Choosing.Names(Numbers));
        return (await link.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var tied)
            ? this.Refuse(refusal, "")
            : Said(tied);
    }

    private LocalRedirectResult Said(int tied)
    {
        TempData.Say(texts["project.tied-now", tied]);
        return LocalRedirect(Href + "#matters");
    }

    private async Task<bool> LoadAsync(string number, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        if (await ProjectStory.ReadAsync(db, Offices, Sight.Of(actor, Offices).Seen(db), number, cancel) is not { } story)
        {
            return false;
        }
        Story = story;
        Offered = [.. ProjectTransitions.OutOf(story.Project.State).Where(t => ProjectGate.MayDo(t, story.File.Lead?.Path, actor) && ProjectOffering.IsOpenTo(t.Verb, story.File))];
        return true;
    }
}
