using System.Globalization;
using System.Text.Json;
using Zhuoluo.Data;

namespace Zhuoluo.Bench;

/// <summary>One run of everything asked for, part after part, on an otherwise idle machine.</summary>
internal sealed class Run(BenchOptions options)
{
    private readonly Result _result = new();

    public async Task<int> RunAsync()
    {
        try
        {
            await PartAsync("create", CreateAsync);
            foreach (var size in options.Sizes)
            {
                await ReadingAsync(size);
            }
            return 0;
        }
        finally
        {
            if (!options.KeepsFolder)
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }
    }

    private Task PartAsync(string part, Func<Task> run) => options.Has(part) ? run() : Task.CompletedTask;

    private async Task CreateAsync()
    {
        var body = Body();
        var bareFolder = Directory.CreateDirectory(Path.Combine(options.Folder, "bare")).FullName;
        foreach (var old in Directory.EnumerateFiles(bareFolder))
        {
            File.Delete(old);
        }
        Load bare;
        await using (var site = await Site.StartBareAsync(bareFolder))
        {
            bare = await Load.PostAsync(site, "/items", body, options.Seconds);
            _result.Add("bare endpoint, two rows", "-", bare, site.Memory());
        }
        var database = await FreshAsync("create");
        await using (var site = await Site.StartAsync(database))
        {
            var load = await Load.PostAsync(site, "/api/v1/matters", body, options.Seconds);
            _result.Add("create a matter", "empty", load, site.Memory());
        }
    }

    private async Task<DatabaseOptions> FreshAsync(string name)
    {
        var folder = Path.Combine(options.Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        var database = new DatabaseOptions(folder, null);
        await Seeding.MakeAsync(database, 0);
        return database;
    }

    private async Task ReadingAsync(int size)
    {
        if (!options.Has("list") && !options.Has("detail") && !options.Has("statistics"))
        {
            return;
        }
        var database = new DatabaseOptions(Path.Combine(options.Folder, $"sqlite-{size}"), null);
        await Seeding.MakeAsync(database, size);
        await using var site = await Site.StartAsync(database);
        var cookie = await site.SignInAsync("dispatcher");
        var pages = await Addresses.OfAsync(database);
        foreach (var (name, addresses) in new[] { ("list", pages.Lists), ("detail", pages.Details), ("statistics", pages.Statistics) })
        {
            if (options.Has(name))
            {
                _result.Add(name, BenchOptions.Name(size), await Load.ReadAsync(site, addresses, cookie, options.Seconds), site.Memory());
            }
        }
    }

    // 1.2 KB: 340 characters of text, as in the measurements of what the machine allows.
    private static string Body() => JsonSerializer.Serialize(
        new { kind = "help", text = "%N%" + new Texts().Of(340), place = "360821100", name = "王小明", phone = "13800001234" },
        new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class Result
{
    public void Add(string what, string size, Load load, (int Rss, int Pss) memory) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-28} {size,6} {load.PerSecond,9:F0}/s  p50 {load.P50:F2}  p95 {load.P95:F2}  p99 {load.P99:F2} ms  cpu {load.CpuPerRequest:F0} us  rss {memory.Rss}  bad {load.Bad}"));
}
