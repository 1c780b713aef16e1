using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.OpenData;

/// <summary>
/// GET /public/data/matters.csv: every released matter, codes and words, one line each, oldest first. UTF-8 with a byte order mark
/// so that office programs read it; text that begins like a formula gets an apostrophe.
/// </summary>
internal static class MattersCsv
{
    private static readonly string[] _columns =
        ["number", "opened_on", "closed_on", "kind", "channel", "state", "outcome", "town_code", "town", "unit_code", "unit", "category_code", "category", "title", "text", "answer"];

    public static void Map(WebApplication app) => app.MapMethods("/public/data/matters.csv", ["GET", "HEAD"], AnswerAsync).Open();

    private static async Task AnswerAsync(HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var lookup = await Lookup.LoadAsync(db, offices, context.Act().At, cancel);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=matters.csv";
        await using var file = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteAsync(string.Join(',', _columns) + "\r\n");
        var rows = db.ShownMatters().Join(db.Set<Publication>(), m => m.Id, p => p.MatterId, (m, p) => new { m, p }).OrderBy(r => r.m.Id).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            var m = row.m;
            string?[] cells =
            [
                m.Number, Day(m.OpenedOn), Day(m.ClosedOn), Word.Of(m.Kind), Word.Of(m.Channel), Word.Of(m.State), Word.Of(m.Outcome),
                m.TownCode, lookup.PlaceName(m.TownCode), lookup.UnitCode(m.LeadUnitId), lookup.UnitName(m.LeadUnitId), m.CategoryCode, lookup.CategoryName(m.CategoryCode),
                row.p.Title, row.p.Text, row.p.Answer,
            ];
            await file.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
        }
    }

    private static string Cell(string? text)
    {
        var value = text ?? "";
        value = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
