using System.Globalization;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The columns of a project list that this system wrote. In an office's own list they are mostly missing, and words nobody knows are passed over.</summary>
internal static class MoreFields
{
    /// <summary>Between the parts of one line of targets, money or nodes.</summary>
    public const char Bar = '|';
    private const int Fen = 100;
    private static readonly string[] _own =
    [
        "number", "place", "state", "source", "firstFinish", "started", "partBuilt", "completed", "accepted", "closed", "reportedFor", "beneficiaries", "targetRows", "moneyRows", "nodeRows",
    ];

    public static ProjectMore? Read(EntryReader entry) => !_own.Any(entry.Has) ? null
        : new ProjectMore(
            entry.Word("number"), entry.Word("place"), Known<ProjectState>(entry.Word("state"), entry.Scope.Words.ProjectStates), Known<ProjectSource>(entry.Word("source"), entry.Scope.Words.ProjectSources))
        {
            FirstFinish = entry.Day("firstFinish"),
            Started = entry.Day("started"),
            PartBuilt = entry.Day("partBuilt"),
            Completed = entry.Day("completed"),
            Accepted = entry.Day("accepted"),
            Closed = entry.Day("closed"),
            ReportedFor = entry.Day("reportedFor"),
            Beneficiaries = long.TryParse(entry.Word("beneficiaries"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : null,
            IsHouseholds = entry.Word("households") == entry.Scope.Words.Yes,
            IsEstimated = entry.Word("estimated") == entry.Scope.Words.Yes,
            IsBreakthrough = entry.Word("breakthrough") == entry.Scope.Words.Yes,
            Targets = [.. Lines(entry, "targetRows", "unreadable_target", 5, parts => Number(parts[1]) is { } promised && Number(parts[2]) is { } reached && parts[3].Length > 0
                ? new NewTarget(parts[0], Amounts.OfQuantity(promised), parts[3]) { Reached = Amounts.OfQuantity(reached), Evidence = Blank(parts[4]) }
                : null)],
            Money = [.. Lines(entry, "moneyRows", "unreadable_money", 5, parts =>
                Known<MoneySource>(parts[0], entry.Scope.Words.MoneySources) is { } source && Number(parts[1]) is { } planned && Number(parts[2]) is { } arrived && Number(parts[3]) is { } paid
                    ? new NewMoney(source, (long)(planned * Fen)) { Arrived = (long)(arrived * Fen), Paid = (long)(paid * Fen), Document = Blank(parts[4]) }
                    : null)],
            Nodes = [.. Lines(entry, "nodeRows", "impossible_date", 3, parts =>
                Number(parts[1]) is { } weight && DateOnly.TryParseExact(parts[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new NewNode(parts[0], (int)weight, on) : null)],
        };

    private static List<T> Lines<T>(EntryReader entry, string field, string reason, int count, Func<string[], T?> read)
        where T : class
    {
        List<T> all = [];
        foreach (var line in entry.Word(field)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var parts = line.Split(Bar, StringSplitOptions.TrimEntries);
            if (parts.Length != count || read(parts) is not { } one)
            {
                entry.Refuse(field, reason);
                return [];
            }
            all.Add(one);
        }
        return all;
    }

    private static T? Known<T>(string? word, Dictionary<string, string> words)
        where T : struct, Enum =>
        word is not null && words.TryGetValue(Language.Fold.Tight(word).ToLowerInvariant(), out var code) && Enum.TryParse<T>(code, out var value) ? value : null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
