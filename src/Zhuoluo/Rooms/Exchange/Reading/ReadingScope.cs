using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>What all rows of a file are read against, prepared once.</summary>
internal sealed class ReadingScope
{
    private readonly Dictionary<string, string> _categories = [];
    private readonly List<(string Name, string Code)> _labels = [];

    public ReadingScope(OfficeDirectory directory, ImportWords words, Survey survey, ReadingOptions options)
    {
        Words = words;
        Places = new PlaceFinder(directory);
        Units = new UnitFinder(directory, Places, words);
        AsOf = survey.AsOf;
        DefaultYear = survey.DefaultYear;
        TextCharacters = options.TextCharacters;
        Town = options.Place is { } place && Places.IsTown(place) ? place : null;
        foreach (var category in directory.Categories)
        {
            _categories.TryAdd(Fold.Tight(category.Name), category.Code);
            _labels.Add((Fold.Tight(category.Name), category.Code));
        }
    }

    public ImportWords Words { get; }

    public PlaceFinder Places { get; }

    public UnitFinder Units { get; }

    public DateOnly? AsOf { get; }

    public int? DefaultYear { get; }

    public int TextCharacters { get; }

    public string? Town { get; }

    /// <summary>Days and heads of the shifts read so far or to be read; null when the file tells of none.</summary>
    public HashSet<(DateOnly Day, string Head)>? Shifts { get; set; }

    /// <summary>The category whose label is the word, or the only one whose label begins with it.</summary>
    public string? Category(string? word)
    {
        if (word is null)
        {
            return null;
        }
        var tight = Fold.Tight(word);
        if (_categories.TryGetValue(tight, out var code))
        {
            return code;
        }
        var near = _labels.Where(label => tight.Length >= 2 && label.Name.StartsWith(tight, StringComparison.Ordinal)).Take(2).ToList();
        return near.Count == 1 ? near[0].Code : null;
    }
}
