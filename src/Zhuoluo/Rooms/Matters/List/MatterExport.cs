using System.Globalization;
using System.Text;
using Zhuoluo.Data;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>
/// The records of a filter as CSV, UTF-8 with the mark that spreadsheets need. No contact and no text; what looks personal in a
/// title is covered; confidential matters are left out (rules F5.2); a cell that a spreadsheet would compute is made text.
/// </summary>
internal static class MatterExport
{
    private static readonly string[] _heads =
    [
        "number", "filter.kind", "filter.channel", "title", "filter.state", "filter.outcome", "lead-unit", "filter.category", "town",
        "filter.place", "opened-on", "closed-on", "due", "light", "rounds", "returns", "extensions", "urges", "grade",
    ];

    public static void Map(WebApplication app) => app.MapGet(MatterFilter.Address + "/export", SendAsync).Needs(Capability.ExportData).NeedsFresh();

    private static async Task SendAsync(HttpContext context, MatterListQuery list, ZhuoluoContext db, Offices offices, Texts texts, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        var filter = FilterAddress.Read(context.Request.Query) with { IsConfidential = false };
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=matters-{viewer.Today:yyyyMMdd}.csv");
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Line(_heads.Select(h => texts["matters." + h])));
        await foreach (var row in list.AllAsync(filter, viewer, catalogue).WithCancellation(cancel))
        {
            await writer.WriteAsync(Line(Cells(row, viewer, catalogue, texts)));
        }
    }

    /// <summary>A line of cells. One that begins like a formula gets an apostrophe, quotes are doubled.</summary>
    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        // Full-width signs too: spreadsheets in Chinese read them as formulas.
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || text is ['\t' or '\r' or '\n', ..]
            ? "'" + text
            : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static IEnumerable<string> Cells(MatterRow row, Viewer viewer, Catalogue catalogue, Texts texts) =>
    [
        row.Number,
        texts.Name(row.Kind),
        texts.Name(row.Channel),
        texts.Show(Covered(row.Title)),
        texts.Name(row.State),
        row.Outcome == MatterOutcome.None ? "" : texts.Name(row.Outcome),
        row.LeadUnitId is null ? "" : texts.Unit(viewer.Offices, row.LeadUnitId),
        texts.Show(catalogue.CategoryName(row.CategoryCode)),
        texts.Place(viewer.Offices, row.TownCode),
        texts.Place(viewer.Offices, row.PlaceCode),
        Day(row.OpenedOn),
        Day(row.ClosedOn),
        Day(row.DueAt is { } due ? RowsShown.DayOf(due) : null),
        row.State.IsOpen() ? texts.Name(row.LightAt(viewer.Now)) : "",
        Number(row.Round),
        Number(row.ReturnCount),
        Number(row.ExtensionCount),
        Number(row.UrgeCount),
        row.Grade > 0 && RatingSight.Sees(viewer.Who, row.Grade) ? Number(row.Grade) : "",
    ];

    private static string Covered(string title)
    {
        var covered = title.ToCharArray();
        foreach (var span in PersonalData.Scan(title))
        {
            covered.AsSpan(span.Start, span.Length).Fill('*');
        }
        return new string(covered);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
