using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Run;

/// <summary>One file on its way: the columns to confirm, then how far it is, then what was refused.</summary>
[Needs(Capability.ImportFiles)]
internal sealed class RunPage(
    ZhuoluoContext db, ImportPreview previews, ConfirmImportHandler confirm, StopImportHandler stop, ImportStore store, ProgrammeFinder lists, ImportWords words, Texts texts) : PageModel
{
    public const int RefusalsShown = 200;
    private const int LongestCell = 40;

    [BindProperty]
    public ConfirmForm Form { get; set; } = new();

    public ImportRun Run { get; private set; } = null!;
    public Preview? Preview { get; private set; }
    public IReadOnlyList<ImportRefusal> Refusals { get; private set; } = [];

    /// <summary>Lists that projects can go onto.</summary>
    public IReadOnlyList<Programme> Lists { get; private set; } = [];
    public bool IsMoving => Run.State is ImportState.Waiting or ImportState.Running;
    public bool HasRefusedFile => System.IO.File.Exists(store.RefusedPathOf(Run));

    public IEnumerable<string> FieldsOf(TableKind kind) => words.Headers.Kinds[kind].Fields.Keys;

    public static string NameOf(int sheet, int column) => string.Create(CultureInfo.InvariantCulture, $"f.{sheet}.{column}");

    public static string NameOf(int sheet, string what) => string.Create(CultureInfo.InvariantCulture, $"l.{sheet}.{what}");

    public static string Short(string text) => text.Length <= LongestCell ? text : text[..LongestCell] + "…";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        Form.AsOf ??= Preview?.Survey.AsOf;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (Preview is not { } preview)
        {
            return this.Refuse(new ImportNotReady());
        }
        var survey = preview.Survey with { AsOf = Form.AsOf, Sheets = [.. preview.Survey.Sheets.Select(Chosen)] };
        var outcome = await confirm.HandleAsync(new ConfirmImport(id, survey, Form.IsKept), HttpContext.Act(), cancel);
        return After(outcome, id);
    }

    public async Task<IActionResult> OnPostStopAsync(long id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? After(await stop.HandleAsync(new StopImport(id), HttpContext.Act(), cancel), id) : NotFound();

    public async Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? After(await stop.HandleAsync(new ResumeImport(id), HttpContext.Act(), cancel), id) : NotFound();

    private IActionResult After(Outcome<Done> outcome, long id) =>
        outcome.Match<IActionResult>(_ => Redirect($"/import/{id}"), refusal => this.Refuse(refusal));

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } run)
        {
            return false;
        }
        Run = run;
        Refusals = await db.Set<ImportRefusal>().Where(r => r.RunId == id).OrderBy(r => r.Id).Take(RefusalsShown).ToListAsync(cancel);
        if (run.State == ImportState.Proposed)
        {
            if ((await previews.ReadAsync(run, cancel)).IsRefused(out var refusal, out var preview))
            {
                ModelState.AddModelError("", texts.Of(refusal));
            }
            Preview = preview;
            Lists = preview?.Survey.Sheets.Any(sheet => sheet.List is not null) == true ? await lists.AllAsync(cancel) : [];
        }
        return true;
    }

    // A field can stand for one column only: of two the first is taken.
    private SheetMapping Chosen(SheetMapping mapping, int sheet)
    {
        var fields = FieldsOf(mapping.Kind).ToHashSet(StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var headers = mapping.Headers.Select(header =>
        {
            var field = Request.Form[NameOf(sheet, header.Column)].ToString();
            return header with { Field = fields.Contains(field) && columns.TryAdd(field, header.Column) ? field : null };
        }).ToList();
        return mapping with { Headers = headers, Columns = columns, List = ListOf(mapping.List, sheet) };
    }

    private ListChoice? ListOf(ListChoice? proposed, int sheet)
    {
        if (proposed is null)
        {
            return null;
        }
        string Said(string what) => Request.Form[NameOf(sheet, what)].ToString().Trim();
        return new ListChoice(
            Said("list") is { Length: > 0 } code ? code : null,
            Said("name") is { Length: > 0 } name ? name : proposed.Name,
            Enum.TryParse<ProgrammeKind>(Said("kind"), out var kind) && Enum.IsDefined(kind) ? kind : proposed.Kind,
            Enum.TryParse<PublicLevel>(Said("level"), out var level) && Enum.IsDefined(level) ? level : proposed.Level);
    }

    internal sealed class ConfirmForm
    {
        [Display(Name = "imp.as-of")]
        public DateOnly? AsOf { get; set; }

        [Display(Name = "imp.keep")]
        public bool IsKept { get; set; } = true;
    }
}
