using System.Text.Json;
using System.Text.RegularExpressions;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Start;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>One word, one meaning: what entries are about and what can be done to a matter are words of docs/vocabulary.md or docs/matter-states.md.</summary>
public sealed partial class VocabularyTests
{
    private static readonly List<string> _words = [.. Row().Matches(Repository.Read("docs/vocabulary.md")).Select(m => m.Groups[1].Value).Where(w => w != "word")];

    private static readonly HashSet<string> _verbs = [.. Move().Matches(Repository.Read("docs/matter-states.md")).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_noun_of_an_entry_is_a_word()
    {
        var nouns = typeof(App).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(IEntry).IsAssignableFrom(t))
            .Select(t => ((string)t.GetProperty("Kind")!.GetValue(null)!).Split('.')[0]).Distinct();
        Assert.Empty(nouns.Select(Singular).Except(_words));
    }

    [Fact]
    public void Every_verb_is_a_word() =>
        Assert.Empty(Enum.GetNames<Verb>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Except(_words).Except(_verbs));

    [Fact]
    public void Every_word_stands_once_in_its_place_with_its_chinese()
    {
        Assert.Equal(_words.Order(StringComparer.Ordinal).Distinct(), _words);
        Assert.All(Row().Matches(Repository.Read("docs/vocabulary.md")).Where(m => m.Groups[1].Value != "word"), m => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", m.Groups[2].Value));
    }

    private static string Singular(string noun) => noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun;

    [GeneratedRegex(@"^\| ([a-z -]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| [A-Za-z]+ \| ([a-z-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Move();
}
