using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Labels;

/// <summary>Labels with a number in them, whether their members agree with it, and one to write down or change.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class LabelsPage(ZhuoluoContext db, KeepLabelHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public LabelForm Form { get; set; } = new();

    public IReadOnlyList<LabelShown> Labels { get; private set; } = [];
    public bool MayKeep => HttpContext.May(Capability.ManageProjects);

    public async Task<IActionResult> OnGetAsync(string? edit, CancellationToken cancel)
    {
        Labels = await LabelShown.ReadAsync(db, cancel);
        if (edit is null)
        {
            Form = new LabelForm { From = HttpContext.Today() };
            return Page();
        }
        if (!MayKeep || Labels.FirstOrDefault(l => l.Label.Code == edit) is not { } one)
        {
            return NotFound();
        }
        Form = LabelForm.Of(one);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Labels = await LabelShown.ReadAsync(db, cancel);
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return Form.Command().IsRefused(out var refusal, out var command)
            ? this.Refuse(refusal)
            : this.Settle(await handler.HandleAsync(command, HttpContext.Act(), cancel), texts["project.label.saved"], "/labels");
    }
}
