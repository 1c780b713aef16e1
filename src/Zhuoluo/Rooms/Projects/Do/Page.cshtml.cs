using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Do;

/// <summary>One page for every verb of a project; what was typed stays on any refusal.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class DoProjectPage(ZhuoluoContext db, Offices offices, DoProject door, ProgrammesQuery programmes, Texts texts) : PageModel
{
    private const int DaysOfPublicity = 7;

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    [BindProperty]
    public string? OnceKey { get; set; }

    public ProjectFile Record { get; private set; } = null!;
    public ProjectTransition Line { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Lists { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public string Href => $"/projects/{Record.Project.Number}";
    public IEnumerable<SelectListItem> Reasons => texts.Choices<DelayReason>("reason");
    public IEnumerable<SelectListItem> Letters => texts.Choices<LetterStep>("letter");

    public bool Needs(ProjectNeeds what) => Line.Needs.HasFlag(what);

    public async Task<IActionResult> OnGetAsync(string number, string verb, CancellationToken cancel)
    {
        if (await OpenAsync(number, verb, cancel) is { } instead)
        {
            return instead;
        }
        var today = HttpContext.Today();
        Form.On = Needs(ProjectNeeds.Day) ? today : null;
        Form.Until = Line.Verb is ProjectVerb.Publicise or ProjectVerb.Remind ? today.AddDays(DaysOfPublicity) : null;
        if (Line.Verb == ProjectVerb.Remind)
        {
            Form.Letter = Word.Of(NextLetter());
            Form.Text = Draft();
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string verb, CancellationToken cancel)
    {
        if (await OpenAsync(number, verb, cancel) is { } instead)
        {
            return instead;
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var deed = Form.ToDeed(Record.Project.Id, Line.Verb, RecordVersion, OnceKey);
        return this.Settle(await door.DoAsync(deed, HttpContext.Act(), cancel), done => texts["project.do.done", done.Number, texts.Said("verb", Line.Verb), texts.Said("state", done.State)], _ => Href);
    }

    private LetterStep NextLetter() => Record.Letters is [.., { Step: < LetterStep.Red } last] ? last.Step + 1 : LetterStep.Blue;

    // The letter begins with what the records say; the person writes the rest (rules B3.4).
    private string Draft()
    {
        var project = Record.Project;
        return texts["project.letter.draft", texts.UnitName(Offices, project.LeadUnitId), texts.Show(project.Name), project.Number, texts.Said("light", project.Light),
            texts.Causes(project.Causes), ProjectNames.Percent(project.Done), project.PlannedFinish];
    }

    // Null when the page can be shown.
    private async Task<IActionResult?> OpenAsync(string number, string verb, CancellationToken cancel)
    {
        var id = await db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } known || Word<ProjectVerb>.Read(verb) is not { } wanted || ProjectTransitions.All.FirstOrDefault(t => t.Verb == wanted) is not { } any
            || await ProjectFiles.LoadAsync(db, Offices, known, null, cancel) is not { } file)
        {
            return NotFound();
        }
        Record = file;
        var line = ProjectTransitions.Find(file.Project.State, wanted);
        if (line is null && HttpMethods.IsGet(Request.Method))
        {
            TempData.Say(texts["project.do.not-now", texts.Said("verb", wanted), texts.Said("state", file.Project.State)], "wait");
            return LocalRedirect(Href);
        }
        // A posted form is not thrown away because the project moved on: the door says why not and the words stay.
        Line = line ?? any;
        if (!ProjectGate.MayDo(Line, file.Lead?.Path, HttpContext.Actor()))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        Items = [.. ItemsOf(file, wanted)];
        Lists = Needs(ProjectNeeds.Programme) ? await ListsAsync(file, wanted, cancel) : [];
        return null;
    }

    private async Task<IReadOnlyList<SelectListItem>> ListsAsync(ProjectFile file, ProjectVerb verb, CancellationToken cancel)
    {
        var on = file.Listings.Where(l => l.RemovedOn is null).Select(l => l.ProgrammeId).ToHashSet();
        return [.. (await programmes.AllAsync(cancel)).Where(p => on.Contains(p.Id) == (verb == ProjectVerb.TakeOffList) && (p.EndedOn is null || verb == ProjectVerb.TakeOffList))
            .Select(p => new SelectListItem($"{p.Year} {texts.Show(p.Name)}", Id(p.Id)))];
    }

    private IEnumerable<SelectListItem> ItemsOf(ProjectFile file, ProjectVerb verb) => verb switch
    {
        ProjectVerb.ReachNode => file.Nodes.Where(n => n.ReachedOn is null).Select(n => new SelectListItem(texts.Show(n.Name), Id(n.Id))),
        ProjectVerb.MeasureTarget => file.TargetsNow.Select(t => new SelectListItem($"{texts.Show(t.What)} {ProjectNames.Amount(t.Reached)} / {ProjectNames.Amount(t.Promised)} {texts.Show(t.Unit)}", Id(t.Id))),
        ProjectVerb.BookMoney => file.MoneyNow.Select(m => new SelectListItem($"{texts.Said("money", m.Source)} {ProjectNames.Wan(m.Planned)}", Id(m.Id))),
        _ => [],
    };

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
