using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.NewMatter;

/// <summary>A member of staff takes a matter in: at a window, on the telephone, in the hall, on a leader's visit. Made for a phone.</summary>
[Needs(Capability.RegisterMatter)]
[RequestSizeLimit(FileLimits.MostRequestBytes)]
internal sealed class NewMatterPage(RegisterMatterHandler register, AlikeBeforehand beforehand, IDeeds deeds, PhotoForm photos, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    private static readonly Channel[] _channels = [Channel.Window, Channel.Hotline, Channel.HallDuty, Channel.LeaderVisit, Channel.Visit];

    [BindProperty]
    public NewMatterForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    /// <summary>What may be the same has been seen.</summary>
    [BindProperty]
    public bool SeenAlike { get; set; }

    /// <summary>What is likely the same or by the same person, shown once before it is registered.</summary>
    public IReadOnlyList<AlikeMatter> Alike { get; private set; } = [];

    public Viewer Viewer { get; private set; } = null!;
    public FilterChoices Choices { get; private set; } = null!;

    /// <summary>The turn in the hall to which it is brought.</summary>
    public DutyShift? Shift { get; private set; }
    public Receipt? Receipt { get; private set; }

    /// <summary>Registered, but the answer at once was refused.</summary>
    public string? NotAnswered { get; private set; }
    public bool IsAnswered { get; private set; }
    public bool MayAnswerAtOnce => HttpContext.May(Capability.AcceptMatter);

    public IEnumerable<SelectListItem> Channels => _channels.Select(c => new SelectListItem(texts.Name(c), Word<Channel>.Of(c)));

    public async Task OnGetAsync(string? channel, string? place, long? shift, CancellationToken cancel)
    {
        Form.ShiftId = shift;
        await PrepareAsync(cancel);
        Form.Channel = Shift is not null ? Word<Channel>.Of(Channel.HallDuty) : channel ?? Word<Channel>.Of(Channel.Window);
        Form.Kind = Word<MatterKind>.Of(MatterKind.Help);
        Form.PlaceCode = place;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PrepareAsync(cancel);
        using var files = await photos.TakeAsync(this, "Form.Photos", cancel);
        if (Form.IsAtOnce && string.IsNullOrWhiteSpace(Form.Answer))
        {
            ModelState.AddModelError("Form.Answer", texts["form.required"]);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var act = HttpContext.Act();
        var command = Form.ToCommand(OnceKey, Shift) with { Files = files.Files };
        if (!SeenAlike && (Alike = await beforehand.LikelyAsync(command, Viewer, cancel)).Count > 0)
        {
            return Page();
        }
        var outcome = await register.HandleAsync(command, act, cancel);
        if (outcome.IsRefused(out var refusal, out var receipt))
        {
            return this.Refuse(refusal);
        }
        Receipt = receipt;
        if (Form.IsAtOnce && MayAnswerAtOnce)
        {
            var deed = new Deed(receipt.MatterId, Verb.AnswerAtOnce, 0) { Text = Form.Answer, Outcome = MatterOutcome.Solved, OnceKey = OnceKey };
            var answered = await deeds.DoAsync(deed, act, cancel);
            IsAnswered = answered.Match(_ => true, _ => false);
            NotAnswered = answered.Match<string?>(_ => null, texts.Of);
        }
        return Page();
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Choices = new FilterChoices(texts, Viewer.Offices, await Catalogue.LoadAsync(db, cancel), Viewer.Today);
        Shift = Form.ShiftId is { } id ? await db.Set<DutyShift>().SingleOrDefaultAsync(s => s.Id == id && !s.IsCancelled, cancel) : null;
    }

    internal sealed class NewMatterForm
    {
        public long? ShiftId { get; set; }

        [Display(Name = "matters.filter.channel"), Required]
        public string? Channel { get; set; }

        [Display(Name = "matters.filter.kind"), Required]
        public string? Kind { get; set; }

        [Display(Name = "matters.new.text"), Required, StringLength(4000)]
        public string? Text { get; set; }

        [Display(Name = "matters.filter.place"), Required]
        public string? PlaceCode { get; set; }

        [Display(Name = "matters.new.place-text"), StringLength(200)]
        public string? PlaceText { get; set; }

        [Display(Name = "matters.new.name"), StringLength(40)]
        public string? Name { get; set; }

        [Display(Name = "matters.new.phone"), StringLength(20)]
        public string? Phone { get; set; }

        public TellForm Tell { get; set; } = new();

        [Display(Name = "matters.filter.category")]
        public string? CategoryCode { get; set; }

        [Display(Name = "matters.new.urgent")]
        public bool IsUrgent { get; set; }

        [Display(Name = "matters.new.confidential")]
        public bool IsConfidential { get; set; }

        [Display(Name = "matters.new.at-once")]
        public bool IsAtOnce { get; set; }

        [Display(Name = "matters.new.answer"), StringLength(2000)]
        public string? Answer { get; set; }

        public RegisterMatter ToCommand(string? onceKey, DutyShift? shift) => new(
            Word<MatterKind>.Read(Kind) ?? MatterKind.Help,
            Word<Channel>.Read(Channel) ?? Matters.Channel.Window,
            Text!,
            PlaceCode!)
        {
            PlaceText = PlaceText,
            Contact = new Contact(Kept(Name), Kept(Phone), null) { Email = Tell.Email },
            Tell = Tell.Choice(),
            CategoryCode = Kept(CategoryCode),
            Urgency = IsUrgent ? Urgency.Urgent : Urgency.Ordinary,
            IsConfidential = IsConfidential,
            DriveId = shift?.DriveId,
            DutyShiftId = shift?.Id,
            OnceKey = onceKey,
        };

        private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
