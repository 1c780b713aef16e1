using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.Do;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Triage;

[Needs(Capability.AcceptMatter)]
internal sealed class TriagePage(TriageQuery triage, ZhuoluoContext db, Offices offices, IDeeds deeds, Judgement judgement, Texts texts) : PageModel
{
    public const string Address = "/triage";

    public Viewer Viewer { get; private set; } = null!;
    public Catalogue Catalogue { get; private set; } = null!;
    public FilterChoices Choices { get; private set; } = null!;
    public long Total { get; private set; }
    public IReadOnlyList<TriageItem> Items { get; private set; } = [];

    /// <summary>The one whose form was refused, with what was typed into it.</summary>
    public long RefusedId { get; private set; }
    public string? Why { get; private set; }
    public TriageForm Typed { get; private set; } = new();

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(HttpContext.Act(), cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] TriageForm form, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        await ShowAsync(act, cancel);
        var item = Items.FirstOrDefault(i => i.Row.Id == form.Id);
        var unit = form.Other is { Length: > 0 } other ? UnitFinder.Find(Viewer.Offices, other, Viewer.Today)
            : form.Unit is { Length: > 0 } code ? Viewer.Offices.UnitByCode(code) : null;
        if (item is null)
        {
            TempData.Say(texts["matters.triage.gone"], "wait");
            return LocalRedirect(Address);
        }
        if (unit is null)
        {
            return Refuse(form, form.Other is { Length: > 0 } ? texts["matters.do.unit-none", form.Other] : texts["matters.bulk.no-unit"]);
        }
        var quick = new QuickForm(form.Id, form.Version, item.Row.State, form.Kind, form.Category, unit.Id, form.OnceKey);
        var outcome = await QuickAssign.DoAsync(deeds, quick, item.Row, act, cancel);
        if (outcome.IsRefused(out var refusal, out var done))
        {
            await ShowAsync(act, cancel);
            return Refuse(form, texts.Of(refusal));
        }
        await judgement.KeepAsync(form.Id, item.JudgedBy(form.Category), act, cancel);
        TempData.Say(texts["matters.triage.done", done.Number, texts.Show(unit.Name)]);
        return LocalRedirect(Address);
    }

    private async Task ShowAsync(Act act, CancellationToken cancel)
    {
        Viewer = Viewer.Of(act, offices.Current);
        Catalogue = await Catalogue.LoadAsync(db, cancel);
        Choices = new FilterChoices(texts, Viewer.Offices, Catalogue, Viewer.Today);
        (Total, Items) = await triage.ReadAsync(Viewer, Catalogue, cancel);
    }

    private PageResult Refuse(TriageForm form, string why)
    {
        (RefusedId, Why, Typed) = (form.Id, why, form);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    internal sealed class TriageForm
    {
        public long Id { get; set; }
        public int Version { get; set; }
        public string? Kind { get; set; }
        public string? Category { get; set; }
        public string? Unit { get; set; }
        public string? Other { get; set; }
        public string? OnceKey { get; set; }
    }
}
