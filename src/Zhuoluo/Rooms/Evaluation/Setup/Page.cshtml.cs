using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Setup;

/// <summary>How the rates are counted, for all to read; the administrator makes the next version and keeps the office networks.</summary>
[Needs(Capability.SeeStatistics)]
internal sealed class RatingSetupPage(ZhuoluoContext db, RatingSettingsHandler handler, Texts texts) : PageModel
{
    public NetworkForm Network { get; private set; } = new();
    public DefinitionForm Definition { get; private set; } = new();
    public IReadOnlyList<RateDefinition> Definitions { get; private set; } = [];
    public IReadOnlyList<OfficeNetwork> Networks { get; private set; } = [];
    public bool MayManage => HttpContext.May(Capability.ManageRatings);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostNetworkAsync([Bind(Prefix = nameof(Network))] NetworkForm network, CancellationToken cancel)
    {
        Network = network;
        await LoadAsync(cancel);
        return !ModelState.IsValid ? Again() : Done(await handler.HandleAsync(new AddNetwork(network.Range, network.Note), HttpContext.Act(), cancel), nameof(Network));
    }

    public async Task<IActionResult> OnPostEndAsync(long id, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Done(await handler.EndAsync(id, HttpContext.Act(), cancel), nameof(Network));
    }

    public async Task<IActionResult> OnPostDefinitionAsync([Bind(Prefix = nameof(Definition))] DefinitionForm definition, CancellationToken cancel)
    {
        Definition = definition;
        await LoadAsync(cancel);
        return !ModelState.IsValid ? Again() : Done(await handler.HandleAsync(definition.Command(), HttpContext.Act(definition.Reason), cancel), nameof(Definition));
    }

    private IActionResult Done<T>(Outcome<T> outcome, string form)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, form);
        }
        TempData.Say(texts["ev.setup.saved"]);
        return Redirect("/evaluation/setup");
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Definitions = await RateDefinitions.AllAsync(db, cancel);
        Networks = MayManage ? await db.Set<OfficeNetwork>().Where(n => n.EndedAt == null).OrderBy(n => n.Id).ToListAsync(cancel) : [];
    }
}

internal sealed class NetworkForm
{
    [Display(Name = "ev.range"), Required, StringLength(60)]
    public string? Range { get; set; }

    [Display(Name = "ev.network.note"), Required, StringLength(AddNetwork.LongestNote)]
    public string? Note { get; set; }
}

internal sealed class DefinitionForm
{
    /// <summary>From the best grade down, as it is printed.</summary>
    [Display(Name = "ev.weights"), Required, StringLength(40)]
    public string? Weights { get; set; } = "1, 1, 0.6, 0, 0";

    [Display(Name = "ev.cap"), Required, Range(0, 100)]
    public int? ExclusionCap { get; set; } = 10;

    [Display(Name = "ev.share"), Required, Range(MakeDefinition.LeastShare, 100)]
    public int? DrawShare { get; set; } = MakeDefinition.LeastShare;

    [Display(Name = "ev.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "ev.why"), Required, StringLength(MakeDefinition.LongestReason)]
    public string? Reason { get; set; }

    public MakeDefinition Command()
    {
        var words = (Weights ?? "").Split([',', '，', '/', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = words.Select(w => decimal.TryParse(w, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? (int)(d * 100) : -1).Reverse().ToList();
        return new MakeDefinition(read, ExclusionCap!.Value, DrawShare!.Value, From!.Value, Reason);
    }
}
