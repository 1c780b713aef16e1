using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhuoluo.Data;
using Zhuoluo.Demo;

namespace Zhuoluo.Bench;

/// <summary>A server in a process of its own, as an office runs it, and what the system says about that process.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    // USER_HZ, which Linux promises to programs.
    private const double TicksPerSecond = 100;
    private readonly Process _process;

    private Site(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static Task<Site> StartAsync(DatabaseOptions database)
    {
        var start = Start(Path.Combine(AppContext.BaseDirectory, "zhuoluo.dll"), "serve", "--urls", "http://127.0.0.1:0");
        start.Environment["ZHUOLUO_DATA"] = database.Folder;
        start.Environment.Remove("ZHUOLUO_POSTGRES");
        if (database.PostgreSql is { } postgres)
        {
            start.Environment["ZHUOLUO_POSTGRES"] = postgres;
        }
        return StartAsync(start);
    }

    public static Task<Site> StartBareAsync(string folder) =>
        StartAsync(Start(typeof(Site).Assembly.Location, BareSite.Verb, folder));

    /// <summary>The session's cookie of a signed-in person.</summary>
    public async Task<string> SignInAsync(string login)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("Form.LoginName", login), new("Form.Password", DemoPeople.Password), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        var held = cookies.GetCookies(Address);
        return held["zhuoluo.session"] is { } session ? $"zhuoluo.session={session.Value}"
            : throw new InvalidOperationException($"{login} could not sign in: {answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>What is not as expected, of the first such address: somebody sent to the sign-in, an empty list or an error would be answered fast for nothing.</summary>
    public async Task<string?> WrongAsync(IEnumerable<string> addresses, string? cookie, int rows)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        foreach (var address in addresses)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            if (cookie is not null)
            {
                asked.Headers.Add("Cookie", cookie);
            }
            using var answer = await client.SendAsync(asked);
            var shown = NumberCell().Count(await answer.Content.ReadAsStringAsync());
            if (answer.StatusCode != HttpStatusCode.OK || shown < rows)
            {
                return string.Create(CultureInfo.InvariantCulture, $"`{address}` answered {(int)answer.StatusCode} with {shown} rows instead of {rows}.");
            }
        }
        return null;
    }

    /// <summary>Waits until entries have their place and followers have read them; how many are left.</summary>
    public async Task<long> CatchUpAsync(TimeSpan most)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var health = await client.GetFromJsonAsync<JsonElement>(new Uri("/health", UriKind.Relative));
            var left = health.GetProperty("ledger").GetProperty("pending").GetInt64() + health.GetProperty("followers").EnumerateObject().Max(f => f.Value.GetInt64());
            if (left == 0 || watch.Elapsed > most)
            {
                return left;
            }
            await Task.Delay(100);
        }
    }

    /// <summary>Seconds of CPU so far, all threads.</summary>
    public double CpuSeconds()
    {
        var fields = File.ReadAllText($"/proc/{_process.Id}/stat");
        var after = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(after[11], CultureInfo.InvariantCulture) + long.Parse(after[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Resident and proportional set, in MiB.</summary>
    public (int Rss, int Pss) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/smaps_rollup");
        return (Of("Rss:"), Of("Pss:"));

        int Of(string name) => int.Parse(
            Array.Find(lines, l => l.StartsWith(name, StringComparison.Ordinal))!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        return start;
    }

    private static async Task<Site> StartAsync(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                // Read on to the end: a server that says more than a pipe holds would wait for a reader.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Site(process, new Uri(found.Value));
            }
        }
        throw new InvalidOperationException("The server did not start.");
    }

    [GeneratedRegex("http://127[0-9.:]+")]
    private static partial Regex Listening();

    [GeneratedRegex("<td class=\"[^\"]*number-cell")]
    private static partial Regex NumberCell();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
