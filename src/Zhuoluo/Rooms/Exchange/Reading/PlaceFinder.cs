using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

internal enum PlaceAnswer
{
    Found,
    Unknown,
    NotInTown,
}

/// <summary>
/// Towns and villages by the words of the directory (samples rule 10). A town may stand without 镇 or 乡 or with its county
/// in front; a village may have its town in front and a remark in brackets behind. Nothing else is forgiven.
/// </summary>
internal sealed partial class PlaceFinder
{
    private readonly Dictionary<string, string> _towns = [];
    private readonly Dictionary<(string Town, string Word), string?> _villages = [];
    private readonly Dictionary<string, List<(string Town, string Code)>> _anywhere = [];
    private readonly Dictionary<string, List<string>> _prefixes = [];
    private readonly List<string> _counties = [];
    private readonly HashSet<string> _townCodes = [];

    public PlaceFinder(OfficeDirectory directory)
    {
        foreach (var place in directory.Places.Where(place => place.Kind == "county"))
        {
            _counties.AddRange(place.Aliases.Append(place.Name).Select(Fold.Tight));
        }
        foreach (var town in directory.Places.Where(place => place.Kind == "town"))
        {
            _townCodes.Add(town.Code);
            List<string> words = [.. town.Aliases.Append(town.Name).Append(Suffix().Replace(town.Name, "")).Select(Fold.Tight).Where(word => word.Length > 0).Distinct()];
            _prefixes[town.Code] = [.. words.OrderByDescending(word => word.Length)];
            words.ForEach(word => _towns.TryAdd(word, town.Code));
        }
        foreach (var village in directory.Places.Where(place => place.Kind is "village" or "community" && place.Parent is not null))
        {
            foreach (var word in village.Aliases.Append(village.Name).Select(Fold.Tight).Where(word => word.Length > 0).Distinct())
            {
                if (!_villages.TryAdd((village.Parent!, word), village.Code) && _villages[(village.Parent!, word)] != village.Code)
                {
                    _villages[(village.Parent!, word)] = null;
                }
                if (!_anywhere.TryGetValue(word, out var all))
                {
                    _anywhere[word] = all = [];
                }
                all.Add((village.Parent!, village.Code));
            }
        }
    }

    public bool IsTown(string code) => _townCodes.Contains(code);

    public string? Town(string word)
    {
        var tight = Fold.Tight(word);
        return Direct(tight) ?? Direct(Remark().Replace(tight, "")) ?? Direct(Office().Replace(tight, ""));

        string? Direct(string form) => _towns.GetValueOrDefault(form)
            ?? _counties.Where(county => form.StartsWith(county, StringComparison.Ordinal))
                .Select(county => _towns.GetValueOrDefault(form[county.Length..])).FirstOrDefault(code => code is not null);
    }

    /// <summary>The village that goes by the word in the town; without a town, the only one in the county that does.</summary>
    public PlaceAnswer Village(string word, string? town, out string code, out string inTown)
    {
        (code, inTown) = ("", town ?? "");
        var forms = Forms(Fold.Tight(word)).ToList();
        foreach (var form in forms.Where(_ => town is not null))
        {
            foreach (var bare in Bare(form, town!))
            {
                if (_villages.TryGetValue((town!, bare), out var own) && own is not null)
                {
                    code = own;
                    return PlaceAnswer.Found;
                }
            }
        }
        foreach (var form in forms)
        {
            foreach (var (other, prefixes) in _prefixes)
            {
                foreach (var prefix in prefixes.Where(prefix => form.StartsWith(prefix, StringComparison.Ordinal)))
                {
                    if (_villages.TryGetValue((other, form[prefix.Length..]), out var named) && named is not null && other != town)
                    {
                        (code, inTown) = (named, other);
                        return town is null ? PlaceAnswer.Found : PlaceAnswer.NotInTown;
                    }
                }
            }
            if (_anywhere.TryGetValue(form, out var all) && !all.Exists(place => place.Town == town))
            {
                (inTown, code) = all[0];
                return town is not null ? PlaceAnswer.NotInTown : all.Count == 1 ? PlaceAnswer.Found : PlaceAnswer.Unknown;
            }
        }
        return PlaceAnswer.Unknown;
    }

    private IEnumerable<string> Forms(string tight)
    {
        yield return tight;
        var bare = Remark().Replace(tight, "");
        if (bare != tight && bare.Length > 0)
        {
            yield return bare;
        }
        foreach (var county in _counties.Where(county => bare.StartsWith(county, StringComparison.Ordinal) && bare.Length > county.Length))
        {
            yield return bare[county.Length..];
        }
    }

    private IEnumerable<string> Bare(string form, string town)
    {
        yield return form;
        foreach (var prefix in _prefixes.GetValueOrDefault(town) ?? [])
        {
            if (form.Length > prefix.Length && form.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return form[prefix.Length..];
            }
        }
    }

    [GeneratedRegex(@"[(【\[].*[)】\]]$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"(镇|乡|街道|街道办事处|街道办)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(党委政府|人民政府|政府|党委)$")]
    private static partial Regex Office();
}
