using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Backlogs;

/// <summary>Cases as typed or pasted, one a line: a day, then the number of a matter or what it is about. "2006-05-01 2026-000123" or "2006-05 老城区征收补偿未兑现".</summary>
internal static class TypedLines
{
    private static readonly string[] _days = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy-MM", "yyyy/M", "yyyy"];

    public static Outcome<IReadOnlyList<BacklogCase>> Read(string? typed, string? placeCode)
    {
        var cases = new List<BacklogCase>();
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                continue;
            }
            var gap = line.IndexOfAny([' ', '\t', '　', ',', '，']);
            if (gap < 0 || !DateOnly.TryParseExact(line[..gap], _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return new UnreadableLine(i + 1);
            }
            var rest = line[(gap + 1)..].Trim();
            if (rest.Length == 0)
            {
                return new UnreadableLine(i + 1);
            }
            cases.Add(IsNumber(rest) ? new BacklogCase(day, rest, null, null) : new BacklogCase(day, null, rest, placeCode));
        }
        return cases.Count == 0 ? new Missing("Lines") : Outcome.Of<IReadOnlyList<BacklogCase>>(cases);
    }

    private static bool IsNumber(string text) => text.Length is >= 11 and <= 14 && text[4] == '-' && text.Where((_, i) => i != 4).All(char.IsAsciiDigit);
}
