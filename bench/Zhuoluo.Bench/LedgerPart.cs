using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>How fast entries get their place in the signed tree, and how long a person waits for the proof of it.</summary>
internal static class LedgerPart
{
    private const int Producers = 16;
    private const int AtOnce = 5000;

    /// <summary>Entries a second from pending to sequenced, in batches of so many.</summary>
    public static async Task<double> SequenceAsync(DatabaseOptions database, int entries, int batch)
    {
        await DataRoom.MigrateAsync(database, default);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        var (writer, acts, sequencer) = (services.GetRequiredService<Writer>(), services.GetRequiredService<ActFactory>(), services.GetRequiredService<Sequencer>());
        for (var done = 0; done < entries; done += AtOnce)
        {
            await writer.WriteAsync<Done>(acts.New(Actor.Operator("bench"), Door.Command), work =>
            {
                for (var i = 0; i < AtOnce; i++)
                {
                    work.Record(new LedgerKeyChangedV1(i, new Code("00000000"), false), new Subject("bench", i));
                }
                return Task.FromResult<Outcome<Done>>(Done.Value);
            }, default);
        }
        var watch = Stopwatch.StartNew();
        while (await sequencer.TurnAsync(batch, default) > 0)
        {
        }
        return entries / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Requests a second, and the times in milliseconds from sending a request to holding its receipt.</summary>
    public static async Task<(double PerSecond, double P50, double P95, double P99)> ReceiptsAsync(Site site, string body, TimeSpan length)
    {
        await ProduceAsync(site, body, "warm", TimeSpan.FromSeconds(3));
        var watch = Stopwatch.StartNew();
        var times = await ProduceAsync(site, body, "run", length);
        var perSecond = times.Count / watch.Elapsed.TotalSeconds;
        times.Sort();
        return (perSecond, times[times.Count / 2], times[times.Count * 95 / 100], times[times.Count * 99 / 100]);
    }

    /// <summary>Whether the foreign verifier takes the whole log.</summary>
    public static async Task<bool> ReplayAsync(Uri site)
    {
        using var verifier = Process.Start(new ProcessStartInfo(Path.Combine(Directory.GetCurrentDirectory(), "tools", "foreign-verifier", "run"), [new Uri(site, "/ledger").ToString()]) { RedirectStandardOutput = true })!;
        var said = await verifier.StandardOutput.ReadToEndAsync();
        await verifier.WaitForExitAsync();
        await Console.Error.WriteLineAsync("  " + said.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal));
        return verifier.ExitCode == 0 && said.TrimEnd().EndsWith("VERIFIED", StringComparison.Ordinal);
    }

    private static async Task<List<double>> ProduceAsync(Site site, string body, string mark, TimeSpan length)
    {
        var end = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Producers).Select(async producer =>
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            var own = new List<double>();
            for (var n = 0; end.Elapsed < length; n++)
            {
                var watch = Stopwatch.StartNew();
                await OneAsync(client, body.Replace("%N%", $"{mark}{producer}x{n}", StringComparison.Ordinal));
                own.Add(watch.Elapsed.TotalMilliseconds);
            }
            return own;
        }));
        return [.. times.SelectMany(t => t)];
    }

    private static async Task OneAsync(HttpClient client, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/v1/matters", UriKind.Relative), content);
        var link = answer.Headers.TryGetValues("Link", out var links) ? links.FirstOrDefault(l => l.Contains("rel=\"receipt\"", StringComparison.Ordinal)) : null;
        if (!answer.IsSuccessStatusCode || link is null)
        {
            throw new InvalidOperationException($"A request was answered {(int)answer.StatusCode} and {(link is null ? "without" : "with")} a receipt.");
        }
        using var receipt = await client.GetAsync(new Uri(link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)], UriKind.Relative));
        if (receipt.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"A receipt was answered {(int)receipt.StatusCode}.");
        }
    }
}
