using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.New;

/// <summary>An application for the library by a unit, or a project straight onto a list by who keeps lists.</summary>
[Needs(Capability.ApplyProject)]
internal sealed class NewProjectPage(RegisterProjectHandler handler, ZhuoluoContext db, ProgrammesQuery programmes, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public NewProjectForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public bool MayList => HttpContext.May(Capability.ManageProjects);
    public IReadOnlyList<SelectListItem> Lists { get; private set; } = [];
    public IEnumerable<SelectListItem> Units => Choosing.Units(offices.Current, HttpContext.Today(), texts,
        u => MayList || Permissions.May(HttpContext.Actor(), Capability.ApplyProject, u.Path));
    public IEnumerable<SelectListItem> Places => offices.Current.Places.Where(p => p.Code.Length <= 9).Select(p => new SelectListItem(texts.Show(p.Name), p.Code));
    public IEnumerable<SelectListItem> Sources => texts.Choices<ProjectSource>("source");
    public IEnumerable<SelectListItem> Levels => texts.Choices<PublicLevel>("level");

    public async Task<IActionResult> OnGetAsync(string? list, string? matters, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form.ProgrammeId = (await programmes.AllAsync(cancel)).FirstOrDefault(p => p.Code == list)?.Id;
        (Form.Level, Form.Source, Form.Matters) = (Word.Of(PublicLevel.County), Word.Of(matters is null ? ProjectSource.Other : ProjectSource.Requests), matters);
        Form.PlannedStart = HttpContext.Today();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var matters = await MattersAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (Form.Command(OnceKey, matters).IsRefused(out var refusal, out var command))
        {
            return this.Refuse(refusal);
        }
        return this.Settle(await handler.HandleAsync(command, HttpContext.Act(), cancel), done => texts["project.new.done", done.Number], done => $"/projects/{done.Number}");
    }

    private async Task<IReadOnlyList<long>> MattersAsync(CancellationToken cancel)
    {
        var numbers = Choosing.Names(Form.Matters);
        var found = numbers.Count == 0 ? [] : await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).Where(m => numbers.Contains(m.Number)).Select(m => new { m.Id, m.Number }).ToListAsync(cancel);
        if (numbers.Except(found.Select(m => m.Number)).FirstOrDefault() is { } unknown)
        {
            ModelState.AddModelError("Form.Matters", texts.Of(new NoMatterOfNumber(unknown)));
        }
        return [.. found.Select(m => m.Id)];
    }

    private async Task LoadAsync(CancellationToken cancel) => Lists = MayList
        ? [.. (await programmes.AllAsync(cancel)).Where(p => p.EndedOn is null).Select(p => new SelectListItem($"{p.Year} {texts.Show(p.Name)}", p.Id.ToString(CultureInfo.InvariantCulture)))]
        : [];
}
