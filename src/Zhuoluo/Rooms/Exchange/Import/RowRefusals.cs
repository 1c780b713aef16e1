using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A row that was read well but that the room refuses becomes a refused row like the others, with the file's own cells.</summary>
internal static class RowRefusals
{
    public static Refused Of(Taken row, SheetMapping mapping, string field, string reason)
    {
        var column = mapping.Columns.TryGetValue(field, out var found) ? found : (int?)null;
        return new Refused(
            row.Sheet, row.Kind, row.Row, row.Line,
            [new RefusedCell(reason, column is { } at ? Tables.CellName.Of(at, row.Row) : null, column, column is null ? null : field)], []);
    }

    /// <summary>In the words of the reasons for rows.</summary>
    public static (string Field, string Reason) Explain(Refusal refusal)
    {
        var field = refusal.Field?.Split('.')[^1] ?? "";
        return refusal.Code switch
        {
            "unknown-place" => ("village", "unknown_village"),
            "unknown-unit" => ("unit", "unknown_unit"),
            "closed-before-opened" => ("closed", "closed_before_opened"),
            "too-long" => (TextField(field), "text_too_long"),
            "control-characters" => (TextField(field), "control_characters"),
            "day-in-future" => (field == "ClosedOn" ? "closed" : "opened", "future_date"),
            "missing" => (field == "ClosedOn" ? "closed" : "text", field == "ClosedOn" ? "closed_without_date" : "missing_text"),
            "still-open" => ("closed", "open_with_closed_date"),
            "before-day" => ("finish", "finish_before_start"),
            _ => ("text", refusal.Code.Replace('-', '_')),
        };
    }

    private static string TextField(string field) => field switch { "ResultText" => "result", "Name" => "name", "Content" => "target", _ => "text" };
}
