using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>Addresses that are told of events, and what was sent to them.</summary>
[Needs(Capability.ManageWebhooks), NeedsFresh]
internal sealed class WebhooksPage(KeepWebhooksHandler handler, ZhuoluoContext db, Texts texts) : PageModel
{
    private const int MostLines = 10;

    [BindProperty]
    public WebhookForm Form { get; set; } = new();

    public IReadOnlyList<(Webhook Hook, IReadOnlyList<WebhookDelivery> Log)> Hooks { get; private set; } = [];
    public string? Secret { get; private set; }
    public IReadOnlyList<SelectListItem> Choices => [.. WebhookKinds.All.Select(k => new SelectListItem(texts["webhook.kind." + k], k))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var hooks = await db.Set<Webhook>().Where(h => h.RemovedAt == null).OrderBy(h => h.Id).ToListAsync(cancel);
        var shown = new List<(Webhook, IReadOnlyList<WebhookDelivery>)>();
        foreach (var hook in hooks)
        {
            shown.Add((hook, await db.Set<WebhookDelivery>().Where(d => d.WebhookId == hook.Id).OrderByDescending(d => d.Idx).Take(MostLines).ToListAsync(cancel)));
        }
        Hooks = shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if ((await handler.AddAsync(new AddWebhook(Form.Name!, Form.Url!, Form.Kinds), HttpContext.Act(), cancel)).IsRefused(out var refusal, out var secret))
        {
            return this.Refuse(refusal);
        }
        ModelState.Clear();
        Form = new WebhookForm();
        Secret = secret;
        await OnGetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(long hook, CancellationToken cancel) => After(await handler.RemoveAsync(hook, HttpContext.Act(), cancel));

    public async Task<IActionResult> OnPostStartAsync(long hook, CancellationToken cancel) => After(await handler.StartAgainAsync(hook, HttpContext.Act(), cancel));

    private IActionResult After(Outcome<Done> outcome)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["webhook.saved"]);
        return LocalRedirect("/webhooks");
    }

    internal sealed class WebhookForm
    {
        [Display(Name = "webhook.name"), Required, StringLength(Webhook.LongestName)]
        public string? Name { get; set; }

        [Display(Name = "webhook.url"), Required, StringLength(Webhook.LongestUrl)]
        public string? Url { get; set; }

        [Display(Name = "webhook.kinds")]
        public List<string> Kinds { get; set; } = [];
    }
}
