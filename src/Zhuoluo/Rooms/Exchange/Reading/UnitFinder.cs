using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The answer to a word for a unit: its code, or the reason why there is none, with a name that may be meant.</summary>
internal readonly record struct UnitAnswer(string? Code, string? Reason, string? Suggestion = null);

/// <summary>
/// Units by name or any word of the directory (samples rule 9). Words that mean something only within the row, such as
/// 村委会 or 镇政府, stand for its village and town. A word that is nearly right is unknown: it is suggested, not taken.
/// </summary>
internal sealed partial class UnitFinder
{
    private readonly Dictionary<string, List<string>> _words = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly PlaceFinder _places;
    private readonly Dictionary<string, string> _relative;

    public UnitFinder(OfficeDirectory directory, PlaceFinder places, ImportWords words)
    {
        _places = places;
        _relative = words.Relative;
        foreach (var unit in directory.Units)
        {
            _names.TryAdd(unit.Code, unit.Name);
            foreach (var word in unit.Aliases.Append(unit.Name).Select(Fold.Tight).Where(word => word.Length > 0).Distinct())
            {
                if (!_words.TryGetValue(word, out var codes))
                {
                    _words[word] = codes = [];
                }
                codes.Add(unit.Code);
            }
        }
    }

    /// <summary>The units of one cell: the first leads, the others assist. Stops at the first word that gives no unit.</summary>
    public (IReadOnlyList<string> Codes, UnitAnswer? Failed) Cell(string text, string? town, string? village)
    {
        List<string> codes = [];
        foreach (var word in Words(text))
        {
            var answer = One(word, town, village);
            if (answer.Code is null)
            {
                return ([], answer);
            }
            if (!codes.Contains(answer.Code))
            {
                codes.Add(answer.Code);
            }
        }
        return (codes, null);
    }

    public UnitAnswer One(string word, string? town, string? village)
    {
        var tight = Fold.Tight(word);
        if (Direct(tight, town, village) is { } answer)
        {
            return answer;
        }
        var bare = Role().Replace(tight, "");
        return (bare.Length < tight.Length && bare.Length > 0 ? Direct(bare, town, village) : null)
            ?? new UnitAnswer(null, "unknown_unit", Near(tight));
    }

    private UnitAnswer? Direct(string word, string? town, string? village)
    {
        if (_words.TryGetValue(word, out var codes))
        {
            return codes.Count == 1 ? new UnitAnswer(codes[0], null) : new UnitAnswer(null, "ambiguous_unit", _names[codes[0]]);
        }
        if (_relative.TryGetValue(word.ToLowerInvariant(), out var whose))
        {
            var code = whose == "village" ? village : town;
            return code is not null ? new UnitAnswer(code, null) : null;
        }
        if (_places.Village(word, town, out var place, out _) == PlaceAnswer.Found && (_names.Count == 0 || _names.ContainsKey(place)))
        {
            return new UnitAnswer(place, null);
        }
        return _places.Town(word) is { } named && _names.ContainsKey(named) ? new UnitAnswer(named, null) : null;
    }

    private IEnumerable<string> Words(string text)
    {
        var whole = Fold.Tight(text);
        return _words.ContainsKey(whole) || _relative.ContainsKey(whole)
            ? [whole]
            : Separators().Split(Fold.Width(text)).Where(word => word.Length > 0 && !string.IsNullOrWhiteSpace(word));
    }

    /// <summary>The name of the unit whose word differs by the fewest characters, at most two and less than half.</summary>
    private string? Near(string word)
    {
        if (word.Length is < 3 or > 24)
        {
            return null;
        }
        var best = (Distance: Math.Min(3, (word.Length + 1) / 2), Name: (string?)null);
        foreach (var (known, codes) in _words)
        {
            if (Math.Abs(known.Length - word.Length) < best.Distance && Distance(known, word) is var distance && distance < best.Distance)
            {
                best = (distance, _names[codes[0]]);
            }
        }
        return best.Name;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }

    [GeneratedRegex(@"[、,;/|\s。]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\((牵头|主办|承办|协办|配合|责任|主责)(单位|部门)?\)$|^(牵头|主办|协办|配合|责任)(单位)?:")]
    private static partial Regex Role();
}
