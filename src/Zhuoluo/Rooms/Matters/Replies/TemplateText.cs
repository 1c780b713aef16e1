using System.Text.RegularExpressions;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>The places of a template, such as {number}, and what fills them. There is none for a name or a telephone number.</summary>
internal static partial class TemplateText
{
    public static IReadOnlyList<string> Places { get; } = ["number", "title", "unit", "place", "category", "day", "raised"];

    public static string? UnknownPlace(string text) =>
        Place().Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(p => !Places.Contains(p));

    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value));

    [GeneratedRegex(@"\{([^{}\s]{1,20})\}")]
    private static partial Regex Place();
}
