using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Matters.Detail;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Replies;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Do;

/// <summary>One page for every verb. It keeps what was typed on any refusal and tells what changed meanwhile.</summary>
[Needs(Capability.SeeMatters)]
[RequestSizeLimit(FileLimits.MostRequestBytes)]
internal sealed class DoPage(MatterStoryQuery stories, PhotoForm photos, TemplateChoice choice, ZhuoluoContext db, Offices offices, IDeeds deeds, Judgement judgement, Texts texts) : PageModel
{
    [BindProperty]
    public DoForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    [BindProperty]
    public string? OnceKey { get; set; }

    /// <summary>Where to go afterwards, such as the list one came from.</summary>
    [BindProperty(Name = "back", SupportsGet = true)]
    public string? Back { get; set; }

    public MatterStory Story { get; private set; } = null!;
    public Viewer Viewer { get; private set; } = null!;
    public DoFields Fields { get; private set; } = null!;
    public FilterChoices Choices { get; private set; } = null!;
    public IReadOnlyList<Unit> Usual { get; private set; } = [];
    public IReadOnlyList<Unit> Like { get; private set; } = [];

    /// <summary>What others did since the person opened the page; only after such a refusal.</summary>
    public IReadOnlyList<StepTold> Meanwhile { get; private set; } = [];
    /// <summary>Texts to begin an answer with.</summary>
    public IReadOnlyList<FilledTemplate> Templates { get; private set; } = [];

    /// <summary>What looked odd about the answer that was just sent.</summary>
    public AnswerFlags Odd { get; private set; }
    public Verb Verb => Fields.Line.Verb;
    public string Href => $"{MatterFilter.Address}/{Story.Matter.Number}";

    public IEnumerable<SelectListItem> ReasonCodes => Codes(ReasonKeys.ListOf(Verb));

    public IEnumerable<SelectListItem> UsualUnits => Usual.Select(u => new SelectListItem(texts.Show(u.Name), u.Code));

    public IEnumerable<SelectListItem> Results => Words<CallResult>("call-result.");

    /// <summary>What can come of it.</summary>
    public IEnumerable<SelectListItem> Ends => Choices.Outcomes.Where(o => o.Value != "none");

    public IEnumerable<SelectListItem> Urgencies => Words<Urgency>("urgency.");

    public IEnumerable<SelectListItem> Solved => [new(texts["matters.said-solved"], "yes"), new(texts["matters.said-unsolved"], "no")];

    public IEnumerable<SelectListItem> Grounds => Codes(ReasonKeys.Grounds);

    public async Task<IActionResult> OnGetAsync(string number, string verb, string? other, long? template, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        if (await OpenAsync(number, verb, act, cancel) is { } instead)
        {
            return instead;
        }
        Form = DoForm.For(Verb, Story.Matter);
        Form.OtherMatterId = other;
        if (Templates.FirstOrDefault(t => t.Id == template) is { } chosen)
        {
            (Form.Text, Form.TemplateId) = (chosen.Text, chosen.Id);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, string verb, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        if (await OpenAsync(number, verb, act, cancel) is { } instead)
        {
            return instead;
        }
        foreach (var field in Fields.Missing(Form))
        {
            ModelState.AddModelError("Form." + field, texts["form.required"]);
        }
        var unit = UnitOf(Fields.HasUnit ? Form.UnitId ?? Form.Usual : null, nameof(DoForm.UnitId));
        var assist = Form.AssistUnitIds.Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => UnitOf(w, nameof(DoForm.AssistUnitIds))).OfType<Unit>().ToList();
        var other = await OtherAsync(cancel);
        using var files = await photos.TakeAsync(this, "Form.Photos", cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var deed = Form.ToDeed(Story.Matter.Id, Verb, RecordVersion, OnceKey, unit?.Id, [.. assist.Select(u => u.Id)], other) with { Files = Fields.HasFiles ? files.Files : [] };
        var outcome = await deeds.DoAsync(deed, act, cancel);
        if (outcome.IsRefused(out var refusal, out var done))
        {
            return Refused(refusal);
        }
        if (other is not null && Verb is Verb.Merge or Verb.LinkRepeat)
        {
            await judgement.KeepAsync(Story.Matter.Id, [new Judged(SuggestionKind.Duplicate, Verdict.Taken, other)], act, cancel);
        }
        TempData.Say(texts["matters.do.done", done.Number, texts.Name(Verb), texts.Name(done.State)]);
        return LocalRedirect(Back is { } back && Url.IsLocalUrl(back) ? back : Href);
    }

    // Null when the page can be shown.
    private async Task<IActionResult?> OpenAsync(string number, string verb, Act act, CancellationToken cancel)
    {
        Viewer = Viewer.Of(act, offices.Current);
        if (Word<Verb>.Read(verb) is not { } wanted || await stories.FindAsync(number, Viewer, cancel) is not { } story)
        {
            return NotFound();
        }
        Story = story;
        var offered = deeds.Offered(story.Matter, story.OpenProposals, act.Who, act.At).FirstOrDefault(o => o.Verb == wanted);
        if (offered is null && HttpMethods.IsGet(Request.Method))
        {
            TempData.Say(texts["matters.do.not-now", texts.Name(wanted), texts.Name(story.Matter.State)], "wait");
            return LocalRedirect(Href);
        }
        // A posted form is not thrown away because the state moved on: the door says why not and the words stay.
        var line = offered ?? Transitions.Find(story.Matter.State, wanted) ?? Transitions.All.FirstOrDefault(t => t.Verb == wanted);
        if (line is null)
        {
            return NotFound();
        }
        Fields = new DoFields(line);
        Templates = wanted is Verb.Answer or Verb.AnswerAtOnce ? await choice.ForAsync(story.Matter, Viewer.Today, cancel) : [];
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        Choices = new FilterChoices(texts, Viewer.Offices, catalogue, Viewer.Today);
        Usual = UnitFinder.Usual(Viewer.Offices, story.Category, catalogue.Category, story.Matter.PlaceCode, Viewer.Today);
        return null;
    }

    private IActionResult Refused(Refusal refusal)
    {
        if (refusal is AnswerLooksOdd odd)
        {
            Odd = (odd.IsReused ? AnswerFlags.Reused : AnswerFlags.None) | (odd.IsOffTopic ? AnswerFlags.OffTopic : AnswerFlags.None);
        }
        if (refusal is ChangedMeanwhile)
        {
            Meanwhile = [.. StepTold.Tell(Story, texts, Viewer.Offices).Take(Math.Max(1, Story.Matter.Version - RecordVersion))];
        }
        return this.Refuse(refusal);
    }

    private Unit? UnitOf(string? words, string field) => this.UnitOf(Viewer, words, field, like => Like = like);

    private async Task<long?> OtherAsync(CancellationToken cancel)
    {
        if (!Fields.HasOther || Form.OtherMatterId?.Trim() is not { Length: > 0 } number)
        {
            return null;
        }
        var id = await Viewer.Sight.Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel);
        if (id is null)
        {
            ModelState.AddModelError("Form." + nameof(DoForm.OtherMatterId), texts["matters.do.other-none", number]);
        }
        return id;
    }

    private IEnumerable<SelectListItem> Words<T>(string prefix)
        where T : struct, Enum => Word<T>.All.Select(word => new SelectListItem(texts[prefix + word], word));

    private IEnumerable<SelectListItem> Codes(string list) =>
        ReasonLists.Codes(list).Select(code => new SelectListItem(texts[$"reason.{list}.{code}"], code));
}
