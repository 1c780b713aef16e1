using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment.New;

/// <summary>Writes down what was signed: one, or a list pasted from a spreadsheet.</summary>
[Needs(Capability.KeepInvestment)]
internal sealed class NewAgreementPage(SignAgreementsHandler handler, InvestmentQuery query, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public AgreementForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IEnumerable<SelectListItem> Types => texts.Choices<AgreementType>("agreement.type");
    public IEnumerable<SelectListItem> Units => Choosing.Units(offices.Current, HttpContext.Today(), texts,
        u => u.Kind is not (UnitKind.Village or UnitKind.Window) && Permissions.May(HttpContext.Actor(), Capability.KeepInvestment, u.Path));

    public async Task<IActionResult> OnGetAsync(long? @event, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var signing = (await query.EventsAsync(cancel)).FirstOrDefault(e => e.Id == @event);
        var today = HttpContext.Today();
        Form = new AgreementForm { EventId = signing?.Id, SignedOn = signing is { } one && one.HeldOn <= today ? one.HeldOn : today, UnitId = signing?.UnitId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (Form.Command(TypeOf).IsRefused(out var refusal, out var agreements))
        {
            return this.Refuse(refusal);
        }
        var outcome = await handler.HandleAsync(agreements, HttpContext.Act(), cancel, Choosing.Blank(OnceKey));
        if (outcome.IsRefused(out refusal, out _) && refusal is AgreementRowRefused row)
        {
            return this.Refuse(new AgreementLineRefused(row.Index + 1, texts.Of(row.Inner)));
        }
        return this.Settle(outcome, done => texts["project.agreement.signed-now", done.Count],
            done => Form.EventId is { } at ? string.Create(CultureInfo.InvariantCulture, $"/investment/events/{at}") : done.Count == 1 ? "/investment/" + done[0].Number : InvestmentFilter.Address);
    }

    // By its word, or by its name in the reader's language; a longer name that begins so too ("合作协议" is 合作).
    private AgreementType? TypeOf(string typed) => Word<AgreementType>.Read(typed) ?? Enum.GetValues<AgreementType>().Cast<AgreementType?>()
        .FirstOrDefault(t => typed.Length > 1 && (texts.Said("agreement.type", t!.Value).StartsWith(typed, StringComparison.OrdinalIgnoreCase) || typed.StartsWith(texts.Said("agreement.type", t.Value), StringComparison.OrdinalIgnoreCase)));

    private async Task LoadAsync(CancellationToken cancel) =>
        Events = [.. (await query.EventsAsync(cancel)).Select(e => new SelectListItem($"{e.HeldOn:yyyy-MM} {texts.Show(e.Name)}", e.Id.ToString(CultureInfo.InvariantCulture)))];
}
