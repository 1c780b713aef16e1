using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Publish.Check;

/// <summary>One text: the requester's words beside the public ones, what the scan finds, and the decision.</summary>
[Needs(Capability.PublishMatter)]
internal sealed class CheckTextPage(PublicationQueue queue, AttachmentQuery attachments, PublishMatterHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public TextForm Form { get; set; } = new();

    public TextToCheck? Text { get; private set; }

    /// <summary>Pictures only: what is inside a document nobody has taken out, so none is shown.</summary>
    public IReadOnlyList<Attachment> Pictures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (Text is null)
        {
            return NotFound();
        }
        Form = new TextForm { Title = Text.Publication.Title, Text = Text.Publication.Text, Answer = Text.ProposedAnswer, FileIds = [.. Pictures.Where(f => f.IsPublic).Select(f => f.Id)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (Text is null)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await handler.HandleAsync(new PublishMatter(id, Form.Title!, Form.Text!, Form.Answer) { FileIds = Form.FileIds }, HttpContext.Act(), cancel);
        return outcome.IsRefused(out var refusal, out _) ? this.Refuse(refusal) : Done("intake.publish.shown");
    }

    public async Task<IActionResult> OnPostWithholdAsync(long id, string? reason, CancellationToken cancel)
    {
        ModelState.Clear();
        var shown = await OnGetAsync(id, cancel);
        if (Text is null)
        {
            return shown;
        }
        var outcome = await handler.HandleAsync(new WithholdMatter(id, reason ?? ""), HttpContext.Act(), cancel);
        return outcome.IsRefused(out var refusal, out _) ? this.Refuse(refusal) : Done("intake.publish.withheld");
    }

    private async Task LoadAsync(long id, CancellationToken cancel)
    {
        Text = await queue.FindAsync(id, cancel);
        Pictures = Text is null ? [] : [.. (await attachments.OfMatterAsync(id, cancel)).Where(f => !f.IsRemoved && f.Kind.IsPicture())];
    }

    private RedirectResult Done(string key)
    {
        TempData.Say(texts[key]);
        return Redirect("/publish");
    }

    internal sealed class TextForm
    {
        [Display(Name = "intake.publish.heading"), Required, StringLength(Registration.LongestTitle)]
        public string? Title { get; set; }

        [Display(Name = "intake.publish.text"), Required, StringLength(Registration.LongestText)]
        public string? Text { get; set; }

        [Display(Name = "intake.publish.answer"), StringLength(PublishMatter.LongestAnswer)]
        public string? Answer { get; set; }

        public List<long> FileIds { get; set; } = [];

        [Display(Name = "intake.publish.reason"), StringLength(WithholdMatter.LongestReason)]
        public string? Reason { get; set; }
    }
}
