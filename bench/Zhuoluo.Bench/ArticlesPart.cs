using System.Globalization;
using Zhuoluo.Language.Checks;

namespace Zhuoluo.Bench;

/// <summary>Checking drafts: real articles, one after the other, up to so many characters.</summary>
internal sealed class ArticlesPart(Result result)
{
    private const string Part = "Checking a draft";
    private const int Article = 10_000;
    private const int Megabyte = 1_048_576;

    public void Run()
    {
        var articles = string.Join('\n', Directory.GetFiles(Path.Combine("tests", "Zhuoluo.Language.Tests", "Samples"), "00*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Add("an article of 10,000 characters, without records", articles.PadTimes(Article), 150);
        // Three bytes a character in UTF-8.
        Add("1 MB of text", articles.PadTimes(Megabyte / 3), 5000);
    }

    private void Add(string what, string text, double most)
    {
        var quantities = 0;
        var best = Best.Of(() => quantities = DraftCheck.Run(text).Quantities.Count);
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var kept = DraftCheck.Run(text);
        var (made, stays) = (GC.GetTotalAllocatedBytes() - before, GC.GetTotalMemory(forceFullCollection: true) - held);
        GC.KeepAlive(kept);
        result.Best(Part, string.Create(CultureInfo.InvariantCulture, $"{what}, {quantities:N0} quantities; {made >> 20} MiB allocated, {stays >> 20} MiB of them the answer"), "", best, most);
    }
}

/// <summary>Texts of a given length out of shorter ones.</summary>
internal static class LongTexts
{
    public static string PadTimes(this string text, int length) =>
        string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
}
