using System.CommandLine;
using System.Globalization;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>zhuoluo duplicates measure FILE: precision and recall of the hints on pairs that people have labelled.</summary>
internal static class DuplicatesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV of labelled pairs, see docs/duplicates.md" };
        var measure = new Command("measure", "Say how good the hints are on labelled pairs") { file };
        measure.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                await Console.Error.WriteLineAsync($"error: there is no file {path.FullName}");
                return 2;
            }
            using var reader = path.OpenText();
            await Console.Out.WriteAsync(Report(LabelledPair.Read(reader)));
            return 0;
        });
        return new Command("duplicates", "Matters that may be about the same") { measure };
    }

    internal static string Report(IReadOnlyList<LabelledPair> pairs)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"pairs {pairs.Count}: {string.Join(", ", pairs.GroupBy(p => p.Label).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}"),
            "threshold  right  missed  wrong  similar  precision  strict  recall",
        };
        lines.AddRange(new[] { Likeness.Likely, Likeness.Hint }.Select(t => Measured.At(t, pairs)).Select(m => string.Create(CultureInfo.InvariantCulture,
            $"{m.Threshold / 1000.0,9:0.00}{m.Right,7}{m.Missed,8}{m.Wrong,7}{m.Similar,9}{m.Precision / 10.0,9:0.0} %{m.StrictPrecision / 10.0,6:0.0} %{m.Recall / 10.0,6:0.0} %")));
        return string.Join('\n', lines) + "\n";
    }
}
