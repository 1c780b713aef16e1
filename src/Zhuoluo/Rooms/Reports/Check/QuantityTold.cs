using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Zhuoluo.Language.Checks;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>One quantity of a checked draft, as programs read it; a list of them is in the order of the text.</summary>
/// <param name="Start">First UTF-16 unit in the text that was sent.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="Raw">What stands there.</param>
/// <param name="Value">In base units, decimal; null for dates and for what cannot be read.</param>
/// <param name="Low">Least value that the words allow; null for no limit.</param>
/// <param name="High">Greatest value that the words allow; null for no limit.</param>
/// <param name="Unit">元, 人, 人次, 件 ... as a base unit.</param>
/// <param name="Qualifier">exact, over, nearly, about, at_least, at_most, estimated or range.</param>
/// <param name="Role">figure, percent, money, date, ordinal, label, rank, ratio or id.</param>
/// <param name="AsOf">The day, month or year for which it is said.</param>
/// <param name="Figure">Key of the figure of the records that is meant; null when none is bound.</param>
/// <param name="Verdict">overstated, contradicts, wrong_unit, wrong_date, understated, unclear_base, unreadable, unbound, agrees_within_hedge, agrees or not_a_figure.</param>
/// <param name="Why">In the reader's language.</param>
internal sealed record QuantityTold(
    int Start, int End, string Raw, string? Value, string? Low, string? High, string? Unit, string Qualifier, string Role, string? AsOf, string? Figure, string Verdict, string? Why)
{
    private static readonly JsonSerializerOptions _readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static IReadOnlyList<QuantityTold> All(CheckedText text, Texts texts) => [.. text.Quantities.Select((q, i) => Of(q, i, text, texts))];

    public static string Json(CheckedText text, Texts texts) => JsonSerializer.Serialize(All(text, texts), _readable);

    /// <summary>16000, not 16000.0: no digits behind the point that say nothing.</summary>
    public static string? Plain(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture);

    private static QuantityTold Of(CheckedQuantity told, int index, CheckedText text, Texts texts)
    {
        var q = told.Quantity;
        return new QuantityTold(
            q.Start, q.End, q.Raw, Plain(q.Value), Plain(q.Span.Low), Plain(q.Span.High), q.Unit, Snake(q.Qualifier), Snake(q.Role),
            q.AsOf?.ToString() is { Length: > 0 } day ? day : null, told.Figure, Snake(told.Verdict), CheckWords.Why(told, index, text, texts));
    }

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
