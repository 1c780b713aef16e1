using System.Diagnostics;
using System.Globalization;

namespace Zhuoluo.Bench;

/// <summary>What one run of the load generator found. Times in milliseconds, CPU in microseconds of the server per request.</summary>
internal sealed record Load(double PerSecond, double P50, double P95, double P99, double CpuPerRequest, long Requests, long Bad)
{
    private const int Connections = 8;
    private const int Looks = 25;
    private const int WarmSeconds = 3;
    private const int MostRounds = 6;
    private const double Steady = 0.95;

    /// <summary>Requests that were answered while warming up.</summary>
    public long Before { get; init; }

    /// <summary>Why this is not what it is called; null if it is.</summary>
    public string? Wrong { get; init; }

    /// <summary>Asks for the addresses at random. Some are looked at before anything is measured: each must show so many rows.</summary>
    public static async Task<Load> ReadAsync(Site site, IReadOnlyList<string> addresses, string? cookie, int seconds, int connections = Connections, int rows = 0, int warmSeconds = WarmSeconds)
    {
        var step = Math.Max(1, addresses.Count / Looks);
        var wrong = await site.WrongAsync(addresses.Where((_, i) => i % step == 0), cookie, rows);
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, addresses);
        return await WarmThenMeasureAsync(site, _ => ["read.lua", list, cookie ?? "-"], seconds, connections, warmSeconds) with { Wrong = wrong };
    }

    public static Task<Load> PostAsync(Site site, string path, string body, int seconds)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, body);
        return WarmThenMeasureAsync(site, mark => ["create.lua", file, path, mark], seconds, Connections, WarmSeconds);
    }

    private static async Task<Load> WarmThenMeasureAsync(Site site, Func<string, string[]> script, int seconds, int connections, int warmSeconds)
    {
        // Until the methods that are called most have been compiled to their last form: as long as a request still becomes cheaper.
        // One connection comes after many on the same server.
        var warm = await RunAsync(site, script("w0x"), Math.Max(warmSeconds, seconds * 3 / 4), connections);
        var before = warm.Requests - warm.Bad;
        for (var round = 1; round < MostRounds && connections > 1; round++)
        {
            var next = await RunAsync(site, script($"w{round}x"), WarmSeconds, connections);
            before += next.Requests - next.Bad;
            if (next.CpuPerRequest > warm.CpuPerRequest * Steady)
            {
                break;
            }
            warm = next;
        }
        return await RunAsync(site, script("m"), seconds, connections) with { Before = before };
    }

    private static async Task<Load> RunAsync(Site site, string[] script, int seconds, int connections)
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "wrk");
        var start = new ProcessStartInfo("wrk")
        {
            ArgumentList = { "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", Path.Combine(scripts, script[0]), site.Address.ToString().TrimEnd('/'), "--" },
            RedirectStandardOutput = true,
        };
        foreach (var argument in script[1..])
        {
            start.ArgumentList.Add(argument);
        }
        var before = site.CpuSeconds();
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var cpu = site.CpuSeconds() - before;
        var line = said.Split('\n').FirstOrDefault(l => l.StartsWith("SAID ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk ended with {wrk.ExitCode}: {said}");
        var n = line.Split(' ')[1..].Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray();
        return new Load(n[0] / (n[1] / 1e6), n[2] / 1000, n[3] / 1000, n[4] / 1000, cpu * 1e6 / Math.Max(1, n[0]), (long)n[0], (long)(n[5] + n[6]));
    }
}
