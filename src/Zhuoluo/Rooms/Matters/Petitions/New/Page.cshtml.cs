using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>The matter that is to be a petition; null when a new one comes in.</summary>
    public Matter? Matter { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? earlier, string? matter, CancellationToken cancel)
    {
        await LoadAsync(matter, cancel);
        if (matter is not null && Matter is null)
        {
            return NotFound();
        }
        Form = new NewPetitionForm
        {
            Matter = Matter?.Number,
            Text = Matter?.Title,
            PlaceCode = Matter?.PlaceCode,
            SystemCode = "national",
            ReceivedOn = Matter?.OpenedOn ?? HttpContext.Today(),
            Times = 1,
            People = 1,
            EarlierNumber = earlier,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(Form.Matter, cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.Command(OnceKey, Matter?.Id), HttpContext.Act(), cancel), receipt => texts["petition.new.done", receipt.Number], receipt => $"{MatterFilter.Address}/{receipt.Number}");
    }

    private async Task LoadAsync(string? number, CancellationToken cancel)
    {
        Matter = number is null ? null : await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        Lists = new FilterChoices(texts, offices.Current, await Catalogue.LoadAsync(db, cancel), HttpContext.Today());
    }
}
