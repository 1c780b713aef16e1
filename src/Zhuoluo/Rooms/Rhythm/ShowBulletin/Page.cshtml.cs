using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ShowBulletin;

/// <summary>A bulletin: its text around computed numbers, how long it is, the next steps; read only once it is issued.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class BulletinPage(ZhuoluoContext db, BulletinsHandler handler, PlacedFigures placed, Offices offices, Texts texts) : PageModel
{
    public TextForm Form { get; private set; } = new();
    public string? Note { get; private set; }
    public Bulletin Bulletin { get; private set; } = null!;
    public Computed Computed { get; private set; } = new([], []);
    public IHtmlContent Paper { get; private set; } = HtmlString.Empty;

    /// <summary>What was put into the text and is not kept yet.</summary>
    public string? Picked { get; private set; }
    public int Characters { get; private set; }
    public IReadOnlyList<string> Typed { get; private set; } = [];
    public IReadOnlyList<BulletinVerb> Open { get; private set; } = [];
    public IReadOnlyList<FigureDefinition> Offered { get; private set; } = [];
    public Bulletin? Corrects { get; private set; }
    public IReadOnlyList<Bulletin> CorrectedBy { get; private set; } = [];
    public int Limit => BulletinPaper.LimitOf(Bulletin.Kind);
    public LengthState Length => CharacterCount.State(Characters, Limit);
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Form = TextForm.Of(Bulletin);
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync(long id, [Bind(Prefix = nameof(Form))] TextForm form, CancellationToken cancel)
    {
        Form = form;
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new WriteBulletin(id, form.Version, form.Title, form.Series, form.Prose) { Addressee = form.Addressee, CopiesTo = form.CopiesTo };
        return this.Settle(await handler.WriteAsync(command, HttpContext.Act(), cancel), texts["rhythm.saved"], $"/rhythm/bulletins/{id}");
    }

    /// <summary>Puts a figure, table or chart at the end of what was typed; nothing is kept yet. Where the browser can, it does this itself, at the cursor.</summary>
    public async Task<IActionResult> OnPostInsertAsync(long id, [Bind(Prefix = nameof(Form))] TextForm form, string? figure, string? shape, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var inserted = Picks.Written(figure, shape);
        form.Prose = (form.Prose ?? "") + (inserted.StartsWith('\n') ? inserted.TrimEnd('\n') : inserted);
        (Form, Picked) = (form, inserted.Trim());
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(long id, BulletinVerb verb, int version, string? note, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        (Form, Note) = (TextForm.Of(Bulletin), note);
        return this.Settle(await handler.MoveAsync(new MoveBulletin(id, verb, version) { Note = note }, HttpContext.Act(note), cancel), texts["rhythm.verb-done." + Word.Of(verb)], $"/rhythm/bulletins/{id}");
    }

    public async Task<IActionResult> OnPostCorrectAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        var command = new DraftBulletin(Bulletin.Kind, Bulletin.OfficeId, Bulletin.From, Bulletin.To, Bulletin.Series) { CorrectsId = id };
        return this.Settle(await handler.DraftAsync(command, HttpContext.Act(), cancel), _ => texts["rhythm.bulletin.drafted"], made => $"/rhythm/bulletins/{made}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin)
        {
            return false;
        }
        Bulletin = bulletin;
        Computed = Computed.Read(bulletin.Figures);
        if (!BulletinPaper.Of(bulletin, Computed, offices.Current).IsRefused(out _, out var paper))
        {
            Paper = new HtmlString(PaperHtml.Write(paper, Computed, texts, f => f.Href));
            Characters = CharacterCount.Of(paper);
        }
        Typed = BulletinText.TypedNumbers(bulletin.Prose);
        Open = [.. BulletinRules.Open(bulletin, HttpContext.Act())];
        Offered = Open.Contains(BulletinVerb.Write) ? await placed.OfferedAsync(db, cancel) : [];
        Corrects = bulletin.CorrectsId is { } old ? await db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == old, cancel) : null;
        CorrectedBy = await db.Set<Bulletin>().Where(b => b.CorrectsId == id && b.State == BulletinState.Issued).OrderBy(b => b.Id).ToListAsync(cancel);
        return true;
    }
}

internal sealed class TextForm
{
    public int Version { get; set; }

    [Display(Name = "rhythm.bulletin.title"), Required, StringLength(Bulletin.LongestTitle)]
    public string? Title { get; set; }

    [Display(Name = "rhythm.bulletin.series"), Required, StringLength(10)]
    public string? Series { get; set; }

    [Display(Name = "rhythm.bulletin.addressee"), StringLength(Bulletin.LongestLine)]
    public string? Addressee { get; set; }

    [Display(Name = "rhythm.bulletin.copies"), StringLength(Bulletin.LongestLine)]
    public string? CopiesTo { get; set; }

    [Display(Name = "rhythm.bulletin.prose"), Required, StringLength(Bulletin.LongestProse)]
    public string? Prose { get; set; }

    public static TextForm Of(Bulletin b) => new() { Version = b.Version, Title = b.Title, Series = b.Series, Addressee = b.Addressee, CopiesTo = b.CopiesTo, Prose = b.Prose };
}
