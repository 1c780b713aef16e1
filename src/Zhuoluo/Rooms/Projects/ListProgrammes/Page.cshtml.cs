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
    public ProjectSum Overall { get; private set; } = ProjectSum.None;

    /// <summary>Lists of a year that a person has declared to share no project, and their sum; only these are added up.</summary>
    public IReadOnlyList<(int Year, long Total, int Lists)> Disjoint { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayManage => HttpContext.May(Capability.ManageProjects);
    public IEnumerable<SelectListItem> Units => Choosing.Units(Offices, HttpContext.Today(), texts, u => u.Kind != UnitKind.Village);
    public IEnumerable<SelectListItem> Kinds => texts.Choices<ProgrammeKind>("kind");
    public IEnumerable<SelectListItem> Levels => texts.Choices<PublicLevel>("level");
    public IEnumerable<SelectListItem> Sources => texts.Choices<ProjectSource>("source");
    public IEnumerable<SelectListItem> Periods => texts.Choices<ReportPeriod>("period");
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
        if (this.NotNow(MayManage) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), texts["programme.saved"], $"/programmes/{Form.Code}");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var sums = await programmes.SumsAsync(cancel);
        Lists = [.. (await programmes.AllAsync(cancel)).Select(p => (p, sums.GetValueOrDefault(p.Id) ?? ProjectSum.None))];
        Overall = sums.GetValueOrDefault(0) ?? ProjectSum.None;
        Disjoint = [.. Lists.Where(l => l.Programme.IsDisjoint).GroupBy(l => l.Programme.Year).Where(g => g.Count() > 1).Select(g => (g.Key, g.Sum(l => l.Sum.Total), g.Count()))];
    }
}
