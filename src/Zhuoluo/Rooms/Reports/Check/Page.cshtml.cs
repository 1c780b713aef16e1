using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Language.Checks;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>A draft is pasted or handed in, read, and shown again with its numbers marked. It is a read: nothing is kept and no entry is written.</summary>
[Needs(Capability.CheckDrafts)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(ValueLengthLimit = LargestRequest)]
internal sealed class CheckDraftPage(HouseFigures figures, Texts texts) : PageModel
{
    /// <summary>Rows of the table; the marks in the text are all there.</summary>
    public const int MostRows = 500;

    private const int LargestRequest = 8 << 20;

    [BindProperty]
    public DraftForm Form { get; set; } = new();

    public CheckedText? Checked { get; private set; }

    public string Draft { get; private set; } = "";

    public void OnGet()
    {
    }

    // The form on the page keeps it out of every cache already.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if ((await ReadAsync(cancel)).IsRefused(out var refusal, out var draft))
        {
            return this.Refuse(refusal);
        }
        if ((await BookAsync(cancel)).IsRefused(out refusal, out var book))
        {
            return this.Refuse(refusal);
        }
        (Draft, Checked) = (draft, DraftCheck.Run(draft, book.Book));
        return Page();
    }

    public async Task<IActionResult> OnPostJsonAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return (await ReadAsync(cancel)).IsRefused(out var refusal, out var draft) || (await BookAsync(cancel)).IsRefused(out refusal, out var book)
            ? this.Refuse(refusal)
            : File(Encoding.UTF8.GetBytes(QuantityTold.Json(DraftCheck.Run(draft, book.Book), texts)), "application/json", "checked.json");
    }

    /// <summary>What is shown in the table, the worst first; with its place in the list.</summary>
    public IReadOnlyList<(CheckedQuantity Told, int Index)> Rows() =>
        [.. Checked!.Quantities.Select((q, i) => (q, i)).Where(p => MarkedDraft.IsShown(p.q, p.i))
            .OrderBy(p => p.q.Verdict).ThenBy(p => CheckWords.IsMarked(p.q, p.i) ? 0 : 1).ThenBy(p => p.i)];

    public string Tone(CheckedQuantity told, int index) =>
        CheckWords.Tone(told.Verdict) is var tone && tone == "plain" && CheckWords.IsMarked(told, index) ? "wait" : tone;

    public string Verdict(CheckedQuantity told, int index) =>
        CheckWords.Tone(told.Verdict) == "plain" && CheckWords.IsMarked(told, index) ? texts["reports.remark"] : CheckWords.Of(told.Verdict, texts);

    private async Task<Outcome<string>> ReadAsync(CancellationToken cancel)
    {
        if (Form.File is { Length: > 0 } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            return DraftFile.Read(bytes.ToArray());
        }
        // A browser sends every line end as two characters; the draft had one.
        return DraftFile.Checked(Form.Text?.ReplaceLineEndings("\n"));
    }

    private async Task<Outcome<MaybeBook>> BookAsync(CancellationToken cancel) =>
        FigureScope.Period(Form.Period).IsRefused(out var refusal, out var scope) ? refusal
        : new MaybeBook(Form.WithRecords ? await figures.ReadAsync(scope, HttpContext.Act().At, cancel) : null);

    private sealed record MaybeBook(IFigureBook? Book);

    internal sealed class DraftForm
    {
        [Display(Name = "reports.with-records")]
        public bool WithRecords { get; set; }

        [Display(Name = "reports.period"), StringLength(30)]
        public string? Period { get; set; }

        [Display(Name = "reports.text")]
        public string? Text { get; set; }

        [Display(Name = "reports.file")]
        public IFormFile? File { get; set; }
    }
}
