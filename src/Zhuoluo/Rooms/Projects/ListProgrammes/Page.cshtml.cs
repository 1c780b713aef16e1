using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.ListProgrammes;

/// <summary>All lists with how they stand, and one to open or change. Totals of lists are not added up: a project may stand on several.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class ProgrammesPage(ProgrammesQuery programmes, KeepProgrammeHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    public IReadOnlyList<(Programme Programme, ProjectSum Sum)> Lists { get; private set; } = [];
    public ProjectSum Overall { get; private set; } = ProjectSum.Of([]);

    /// <summary>Lists of a year that a person has declared to share no project, and their sum; only these are added up.</summary>
    public IReadOnlyList<(int Year, long Total, int Lists)> Disjoint { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayManage => HttpContext.May(Capability.ManageProjects);
    public IEnumerable<SelectListItem> Units => Choosing.Units(Offices, HttpContext.Today(), texts).Where(u => Offices.Unit(long.Parse(u.Value!, CultureInfo.InvariantCulture))!.Kind != UnitKind.Village);
    public IEnumerable<SelectListItem> Kinds => Words<ProgrammeKind>("kind");
    public IEnumerable<SelectListItem> Levels => Words<PublicLevel>("level");
    public IEnumerable<SelectListItem> Sources => Words<ProjectSource>("source");
    public IEnumerable<SelectListItem> Periods => Words<ReportPeriod>("period");
    public IEnumerable<SelectListItem> Profiles => LightProfile.Names.Select(n => new SelectListItem(texts["project.profile." + n], n));
    public IEnumerable<SelectListItem> Parents => Lists.Where(l => l.Programme.Id != Form.Id).Select(l => new SelectListItem($"{l.Programme.Year} {texts.Show(l.Programme.Name)}", l.Programme.Id.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(string? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (edit is null)
        {
            Form = new ProgrammeForm { Year = HttpContext.Today().Year, Level = Word.Of(PublicLevel.County), Period = Word.Of(ReportPeriod.Month), Profile = LightProfile.Standard, IsPublic = true };
            return Page();
        }
        if (!MayManage || Lists.FirstOrDefault(l => l.Programme.Code == edit) is not { Programme: { } one })
        {
            return NotFound();
        }
        Form = ProgrammeForm.Of(one);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!MayManage)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), texts["programme.saved"], $"/programmes/{Form.Code}");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var sums = await programmes.SumsAsync(cancel);
        var none = ProjectSum.Of([]);
        Lists = [.. (await programmes.AllAsync(cancel)).Select(p => (p, sums.GetValueOrDefault(p.Id) ?? none))];
        Overall = sums.GetValueOrDefault(0) ?? none;
        Disjoint = [.. Lists.Where(l => l.Programme.IsDisjoint).GroupBy(l => l.Programme.Year).Where(g => g.Count() > 1).Select(g => (g.Key, g.Sum(l => l.Sum.Total), g.Count()))];
    }

    private IEnumerable<SelectListItem> Words<T>(string words)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(texts.Said(words, v), Word<T>.Of(v)));
}
