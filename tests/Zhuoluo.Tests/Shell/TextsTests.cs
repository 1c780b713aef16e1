using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhuoluo.Shell;

namespace Zhuoluo.Tests.Shell;

public sealed class TextsTests
{
    private static readonly Texts _all = Texts.Load(Sources.Texts);

    [Theory]
    [InlineData("en", "write the missing texts in Shell/Text/en")]
    [InlineData("zh-Hant", "run: node tools/assets/text.mjs")]
    public void Every_language_has_the_same_keys(string language, string cure)
    {
        var source = _all.KeysOf(Languages.Simplified).ToHashSet();
        var other = _all.KeysOf(language).ToHashSet();
        var missing = source.Except(other).Concat(other.Except(source)).Order().ToList();
        Assert.True(missing.Count == 0, $"{language} differs in {string.Join(", ", missing)}; {cure}");
    }

    [Fact]
    public void Traditional_texts_are_the_converted_simplified_ones()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Sources.Texts, "zh-Hans"), "*.json"))
        {
            var (source, made) = (Read(path), Read(path.Replace("zh-Hans", "zh-Hant", StringComparison.Ordinal)));
            var stale = source.Where(s => In("zh-Hant", () => _all.Show(s.Value)) != made[s.Key]).Select(s => s.Key).ToList();
            Assert.True(stale.Count == 0, $"stale: {string.Join(", ", stale)}; run: node tools/assets/text.mjs");
        }
    }

    [Fact]
    public void No_two_rooms_write_the_same_key()
    {
        var keys = Directory.EnumerateFiles(Path.Combine(Sources.Texts, "zh-Hans"), "*.json").SelectMany(f => Read(f).Keys).ToList();
        Assert.Empty(keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Placeholders_are_the_same_in_every_language()
    {
        foreach (var key in _all.KeysOf(Languages.Simplified))
        {
            var holes = Languages.All.Select(l => string.Join(',', Regex.Matches(In(l.Code, () => _all[key]), @"\{(\d)").Select(m => m.Groups[1].Value).Distinct().Order()));
            Assert.True(holes.Distinct().Count() == 1, $"placeholders differ in {key}");
        }
    }

    [Fact]
    public void Every_key_named_in_a_page_or_in_code_has_a_text()
    {
        var named = from file in Sources.OfApplication(".cshtml", ".cs")
                    from line in File.ReadLines(file)
                    where !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
                    from Match match in Regex.Matches(line, """(?:\bT|\btexts)\["([a-z0-9.-]+)"[\],]|\b(?:label|hint)="([a-z0-9-]+\.[a-z0-9.-]+)"|Display\(Name = "([^"]+)"[),]""")
                    let key = match.Groups.Values.Skip(1).First(g => g.Success).Value
                    where !_all.KeysOf(Languages.Simplified).Contains(key)
                    select $"{key} in {Path.GetFileName(file)}";
        Assert.Empty(named);
    }

    [Theory]
    [InlineData("头发和发展", "頭髮和發展")]
    [InlineData("里程碑，三里路", "里程碑，三里路")]
    [InlineData("恢复复杂的事项", "恢復複雜的事項")]
    [InlineData("剩余时间", "剩餘時間")]
    [InlineData("台风过后平台停电", "颱風過後平台停電")]
    [InlineData("待审核的信息公开", "待審核的信息公開")]
    public void Shows_database_texts_in_traditional_glyphs_without_changing_words(string stored, string shown)
    {
        Assert.Equal(shown, In("zh-Hant", () => _all.Show(stored)));
        Assert.Equal(stored, In("zh-Hans", () => _all.Show(stored)));
    }

    [Fact]
    public void A_key_without_a_text_shows_itself() => Assert.Equal("no.such.key", _all["no.such.key", 1]);

    private static Dictionary<string, string> Read(string path) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!;

    private static T In<T>(string language, Func<T> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
