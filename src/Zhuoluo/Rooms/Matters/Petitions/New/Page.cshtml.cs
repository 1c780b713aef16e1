using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.New;

[Needs(Capability.ManagePetitions)]
internal sealed class NewPetitionPage(RegisterPetitionHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public NewPetitionForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public PetitionChoices Choices { get; } = new(texts);
    public FilterChoices Lists { get; private set; } = null!;

    public async Task OnGetAsync(string? earlier, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form = new NewPetitionForm { SystemCode = "national", ReceivedOn = HttpContext.Today(), Times = 1, People = 1, EarlierNumber = earlier };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await handler.HandleAsync(Form.Command(OnceKey), HttpContext.Act(), cancel)).IsRefused(out var refusal, out var receipt))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["petition.new.done", receipt.Number]);
        return LocalRedirect($"{MatterFilter.Address}/{receipt.Number}");
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Lists = new FilterChoices(texts, offices.Current, await Catalogue.LoadAsync(db, cancel), HttpContext.Today());
}
