using System.Text.RegularExpressions;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>Marks of unfinished work, text in code, inline style and script.</summary>
public sealed partial class LeftoversTests
{
    private static readonly List<(string Path, string Text)> _source =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f)))];

    [Fact]
    public void No_marks_of_unfinished_work() => Assert.Empty(_source.Where(s => Unfinished().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void No_inline_style_or_script_in_pages() =>
        Assert.Empty(_source.Where(s => s.Path.EndsWith(".cshtml", StringComparison.Ordinal) && Inline().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void No_chinese_text_in_pages_outside_resources() =>
        Assert.Empty(_source.Where(s => s.Path.EndsWith(".cshtml", StringComparison.Ordinal) && Han().IsMatch(s.Text)).Select(s => s.Path));

    [Theory]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<a onclick='x()'>", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("<script src=\"/draft.js\" defer></script>", false)]
    public void The_search_for_inline_code_finds_what_is_planted(string markup, bool caught) => Assert.Equal(caught, Inline().IsMatch(markup));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\sstyle=|\son[a-z]+=[""']|<script>|<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
