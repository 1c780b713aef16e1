using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Zhuoluo.Bench;

/// <summary>One line of the table. Times in milliseconds, CPU in microseconds of the server per request, memory in MiB.</summary>
/// <param name="Part">Which part of the run it belongs to.</param>
/// <param name="What">What was asked.</param>
/// <param name="Data">Database and how many matters it holds.</param>
internal sealed record Row(string Part, string What, string Data)
{
    public double? PerSecond { get; init; }
    public double? P50 { get; init; }
    public double? P95 { get; init; }
    public double? P99 { get; init; }
    public double? Cpu { get; init; }
    public int? Rss { get; init; }
    public int? Pss { get; init; }

    /// <summary>Beside the bare endpoint or the raw database of the same run, in hundredths.</summary>
    public double? Share { get; init; }
    public string Target { get; init; } = "";
    public bool? IsMet { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Collects the lines, shows each as it comes, and writes them at the end.</summary>
internal sealed class Result
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<Row> _rows = [];

    public IReadOnlyList<Row> Rows => _rows;

    public Row Add(Row row)
    {
        _rows.Add(row);
        Console.WriteLine(Line(row));
        return row;
    }

    public Row Add(string part, string what, string data, Load load, (int Rss, int Pss) memory, string target = "", Func<Load, bool>? isMet = null, double? share = null, string note = "") => Add(new Row(part, what, data)
    {
        PerSecond = load.PerSecond,
        P50 = load.P50,
        P95 = load.P95,
        P99 = load.P99,
        Cpu = load.CpuPerRequest,
        Rss = memory.Rss,
        Pss = memory.Pss,
        Share = share,
        Target = target,
        IsMet = load.Wrong is null && load.Bad == 0 ? isMet?.Invoke(load) : false,
        Note = string.Join(' ', new[] { load.Bad > 0 ? $"{load.Bad} answers were errors." : "", load.Wrong ?? "", note }.Where(n => n.Length > 0)),
    });

    /// <summary>A time in milliseconds that should be at most so much.</summary>
    public void Best(string part, string what, string data, double milliseconds, double? most, string note = "Best of several in one process.") => Add(new Row(part, what, data)
    {
        P50 = milliseconds,
        Target = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"<= {most:N0} ms"),
        IsMet = most is null ? null : milliseconds <= most,
        Note = note,
    });

    /// <summary>Parts that were not measured now stay as they were written, for a run of a few parts.</summary>
    public void KeepOthers(string folder)
    {
        var file = Path.Combine(folder, "performance.json");
        if (!File.Exists(file))
        {
            return;
        }
        var rows = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("rows").Deserialize<List<Row>>(_json)!;
        var measured = _rows.Select(r => r.Part).ToHashSet(StringComparer.Ordinal);
        _rows.InsertRange(0, rows.Where(r => !measured.Contains(r.Part)));
    }

    public void Write(string folder, string machine)
    {
        var text = new StringBuilder();
        text.AppendLine("# Speed, measured").AppendLine()
            .AppendLine("Made by `bench/run` on " + machine + ". The load generator (wrk, one thread, 8 connections unless said otherwise) runs on the same machine; the server is")
            .AppendLine("a process of its own, built in Release. Each line is warmed up first. CPU is that of the server's process for one request, catching up of followers included;")
            .AppendLine("share is beside the bare endpoint or the raw database of the same run. Compare shares and CPU, not figures of different machines.")
            .AppendLine("`bench/run --only PARTS --write` measures some parts again and leaves the others as they were.").AppendLine();
        foreach (var part in _rows.GroupBy(r => r.Part))
        {
            text.Append("## ").AppendLine(part.Key).AppendLine()
                .AppendLine("| what | data | per s | p50 ms | p95 ms | p99 ms | CPU µs | RSS / PSS MiB | share | target | |")
                .AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---|---|");
            foreach (var row in part)
            {
                text.AppendLine(Line(row));
            }
            text.AppendLine();
        }
        text.Append(Notes());
        File.WriteAllText(Path.Combine(folder, "performance.md"), text.ToString());
        File.WriteAllText(Path.Combine(folder, "performance.json"), JsonSerializer.Serialize(new { machine, rows = _rows }, _json) + "\n");
    }

    private static string Notes()
    {
        var notes = Path.Combine(AppContext.BaseDirectory, "notes.md");
        return File.Exists(notes) ? File.ReadAllText(notes) : "";
    }

    private static string Line(Row r) => string.Create(CultureInfo.InvariantCulture,
        $"| {r.What} | {r.Data} | {Whole(r.PerSecond)} | {Short(r.P50)} | {Short(r.P95)} | {Short(r.P99)} | {Whole(r.Cpu)} | {(r.Rss is { } rss ? $"{rss} / {r.Pss}" : "")} | {(r.Share is { } share ? $"{share:P0}" : "")} | {r.Target} | {(r.IsMet switch { true => "met", false => "missed", _ => "" })} {r.Note} |");

    private static string Whole(double? number) => number is { } n ? n.ToString("N0", CultureInfo.InvariantCulture) : "";

    private static string Short(double? number) => number is { } n ? n.ToString("0.00", CultureInfo.InvariantCulture) : "";
}
