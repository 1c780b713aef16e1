using System.Globalization;
using Zhuoluo.Language.Checks;
using Zhuoluo.Language.Measuring;
using Zhuoluo.Language.Quantities;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Reports.Commands;

/// <summary>zhuoluo check --quality FOLDER: how well the texts of a folder are read, against its figures.csv. What is found and what is precise says <see cref="ReadingScore"/>.</summary>
internal static class QualityTable
{
    private const double LeastFound = 0.97;
    private const double LeastPrecise = 0.95;
    private const double LeastQualified = 0.97;

    public static async Task<int> RunAsync(string folder, TextWriter output, TextWriter notes)
    {
        var table = Path.Combine(folder, "figures.csv");
        if (!File.Exists(table))
        {
            await notes.WriteLineAsync($"error: {folder}: there is no figures.csv in it");
            return Exit.Misuse;
        }
        List<ReadingScore> scores = [];
        List<string> remarks = [];
        foreach (var group in ExpectedFigure.Read(File.ReadLines(table)).GroupBy(e => e.File))
        {
            if (Path.GetFileName(group.Key) != group.Key || !File.Exists(Path.Combine(folder, group.Key)))
            {
                await notes.WriteLineAsync($"error: {group.Key}: no such file beside figures.csv");
                return Exit.Misuse;
            }
            var text = await File.ReadAllTextAsync(Path.Combine(folder, group.Key));
            scores.Add(ReadingScore.Of(group.Key, [.. group], QuantityReader.Read(text)));
            var result = DraftCheck.Run(text);
            remarks.AddRange(result.Findings.Where(f => f.Reason != Reason.Holds)
                .Select(f => $"  {group.Key}: {f.Reason}: {string.Join(" | ", f.About.Select(i => result.Quantities[i].Quantity.Raw))} ({string.Join(", ", f.Words)})"));
        }
        await output.WriteLineAsync("found          hedges         precise        labels         relations      text");
        foreach (var s in scores)
        {
            await output.WriteLineAsync(Line(s.Found, s.Expected, s.Qualified, s.Explained, s.Claims, s.ToldApart, s.Labels, s.Relations.Count(r => r.Holds), s.Relations.Count, s.File));
        }
        var (found, expected, qualified) = (scores.Sum(s => s.Found), scores.Sum(s => s.Expected), scores.Sum(s => s.Qualified));
        var (explained, claims) = (scores.Sum(s => s.Explained), scores.Sum(s => s.Claims));
        var relations = scores.SelectMany(s => s.Relations).ToList();
        await output.WriteLineAsync(Line(found, expected, qualified, explained, claims, scores.Sum(s => s.ToldApart), scores.Sum(s => s.Labels), relations.Count(r => r.Holds), relations.Count, "all"));
        await TellAsync(output, "not found", scores.SelectMany(s => s.Missed));
        await TellAsync(output, "other hedge", scores.SelectMany(s => s.OtherQualifier));
        await TellAsync(output, "not expected", scores.SelectMany(s => s.Unexplained.Select(u => $"{s.File}: {u}")));
        await TellAsync(output, "relations that do not hold", relations.Where(r => !r.Holds).Select(r => $"{r.Figure.Id} {r.Figure.Relation}"));
        await output.WriteLineAsync("what does not add up in the texts");
        foreach (var remark in remarks)
        {
            await output.WriteLineAsync(remark);
        }
        return found >= LeastFound * expected && explained >= LeastPrecise * claims && qualified >= LeastQualified * found && relations.All(r => r.Holds) ? Exit.Done : Exit.Refused;
    }

    private static string Line(int found, int expected, int qualified, int explained, int claims, int apart, int labels, int holds, int relations, string file) =>
        $"{Share(found, expected)}{Share(qualified, found)}{Share(explained, claims)}{Share(apart, labels)}{Share(holds, relations)}{file}";

    private static string Share(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{part}/{whole} {(whole == 0 ? 1 : (double)part / whole):0.000}").PadRight(15);

    private static async Task TellAsync(TextWriter output, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            await output.WriteLineAsync(heading);
        }
        foreach (var line in all)
        {
            await output.WriteLineAsync("  " + line);
        }
    }
}
