using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.New;

/// <summary>Reads lines such as "道路 12.5 公里" and "2021-06-30 40 路基完成". A line that cannot be read is named by its number.</summary>
internal static class TypedLines
{
    public static Outcome<IReadOnlyList<NewTarget>> Targets(string? typed) => Read(typed, nameof(Targets), words =>
        words.Length >= 3 && decimal.TryParse(words[^2], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? new NewTarget(string.Join(' ', words[..^2]), Amounts.OfQuantity(number), words[^1])
            : null);

    public static Outcome<IReadOnlyList<NewNode>> Nodes(string? typed) => Read(typed, nameof(Nodes), words =>
        words.Length >= 3 && DateOnly.TryParse(words[0], CultureInfo.InvariantCulture, out var day) && int.TryParse(words[1].TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            ? new NewNode(string.Join(' ', words[2..]), weight, day)
            : null);

    private static Outcome<IReadOnlyList<T>> Read<T>(string? typed, string field, Func<string[], T?> read)
        where T : class
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries);
        var found = new List<T>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }
            if (read(lines[i].Split([' ', '　', '\t', ','], StringSplitOptions.RemoveEmptyEntries)) is not { } one)
            {
                return new UnreadableProjectLine(field, i + 1);
            }
            found.Add(one);
        }
        return Outcome.Of<IReadOnlyList<T>>(found);
    }
}

/// <summary>A line of what was typed cannot be read.</summary>
internal sealed record UnreadableProjectLine(string FieldName, int Line) : Refusal("unreadable-project-line")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Line];
}
