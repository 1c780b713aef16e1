using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Zhuoluo.Data;

namespace Zhuoluo.Bench;

/// <summary>One run of everything asked for, part after part, on an otherwise idle machine.</summary>
internal sealed class Run(BenchOptions options)
{
    private const int Visits = 13_524;
    private const int ListRows = 25;
    private const string Pages = "Each main page by itself, 1 connection";
    private static readonly string[] _readingParts = ["list", "detail", "statistics", "search", "memory", "pages"];
    private static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Result _result = new();
    private Load? _bare;

    private static string Docs => Path.Combine(Directory.GetCurrentDirectory(), "docs");

    public async Task<int> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await PartAsync("create", CreateAsync);
            await PartAsync("ledger", LedgerAsync);
            await PartAsync("import", ImportAsync);
            await PartAsync("promises", PromisesAsync);
            await PartAsync("articles", () => Task.Run(new ArticlesPart(_result).Run));
            foreach (var size in options.Sizes.Where(s => s < BenchOptions.Largest))
            {
                await TryAsync($"{size} on SQLite", () => ReadingAsync(SqliteOf(size), $"SQLite {BenchOptions.Name(size)}", size));
            }
            await PartAsync("figures", () => FiguresAsync(options.Sizes.Where(s => s <= BenchOptions.Usual).Max()));
            await PartAsync("postgres", PostgresAsync);
            await PartAsync("foreign", ForeignAsync);
            if (options.Sizes.Contains(BenchOptions.Largest))
            {
                await TryAsync("the million on SQLite", () => ReadingAsync(SqliteOf(BenchOptions.Largest), "SQLite 1M", BenchOptions.Largest));
                await PartAsync("figures", () => FiguresAsync(BenchOptions.Largest));
                await PartAsync("import", () => ImportAsync(BenchOptions.Largest, 90));
            }
        }
        finally
        {
            if (!options.KeepsFolder)
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }
        Growth();
        PagesGrowth();
        Keep();
        if (options.Parts.Count > 0 && options.IsWritten)
        {
            _result.KeepOthers(Docs);
            _result.Write(Docs, Machine());
        }
        Console.WriteLine($"done in {watch.Elapsed.TotalMinutes:F0} minutes");
        return _result.Rows.Any(r => r.IsMet == false) ? 1 : 0;
    }

    // After each part: who stops a run has what was measured until then.
    private void Keep()
    {
        if (!options.IsQuick && options.Parts.Count == 0)
        {
            _result.Write(Docs, Machine());
        }
    }

    private Task PartAsync(string part, Func<Task> run) => options.Has(part) ? TryAsync(part, run) : Task.CompletedTask;

    // One part that fails must not take the figures of the others along.
    private async Task TryAsync(string part, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException or System.Data.Common.DbException)
        {
            _result.Add(new Row("Not measured", part, "") { IsMet = false, Note = fault.Message.Split('\n')[0] });
        }
        Keep();
    }

    private async Task CreateAsync()
    {
        const string Part = "Creating a matter";
        var (body, text) = (Body(), new Texts().Of(340));
        var folder = Fresh("bare");
        var raw = RawDatabase.Sqlite(folder, text, 3);
        _result.Add(new Row(Part, "two rows into the database, 8 a commit, one thread", "SQLite") { PerSecond = raw });
        await using (var site = await Site.StartBareAsync(folder))
        {
            _bare = await Load.PostAsync(site, "/items", body, options.Seconds);
            _result.Add(Part, "bare endpoint, the same two rows", "SQLite", _bare, site.Memory(), share: _bare.PerSecond / raw);
        }
        var database = new DatabaseOptions(Fresh("create"), null);
        await Seeding.MakeAsync(database, 0);
        var stood = await Written.CountAsync(database);
        await using var ours = await Site.StartAsync(database);
        var load = await Load.PostAsync(ours, "/api/v1/matters", body, options.Seconds);
        var share = load.PerSecond / _bare.PerSecond;
        var (before, watch) = (ours.CpuSeconds(), Stopwatch.StartNew());
        var left = await ours.CatchUpAsync(TimeSpan.FromSeconds(60));
        var note = string.Create(CultureInfo.InvariantCulture,
            $"Tallies and search caught up {(left == 0 ? $"in {watch.Elapsed.TotalSeconds:F0} s" : $"not within a minute, {left} entries left")}, {ours.CpuSeconds() - before:F1} s of CPU.");
        load = load with { Wrong = (await Written.CountAsync(database)).Wrong(stood, load) };
        _result.Add(Part, "create a matter, 8 connections, durable, deadline, entry", "SQLite, empty", load, ours.Memory(), ">= 7,600/s and >= 40 % of bare", l => l.PerSecond >= 7600 && share >= 0.4, share, note);
    }

    private async Task LedgerAsync()
    {
        const string Part = "The ledger";
        var fresh = new DatabaseOptions(Fresh("ledger"), null);
        var speed = await LedgerPart.SequenceAsync(fresh, 50_000, 100);
        _result.Add(new Row(Part, "entries into the signed tree, synchronous=FULL, batches of 100", "SQLite, empty") { PerSecond = speed, Target = ">= 25,000/s", IsMet = speed >= 25_000 });
        await Seeding.MakeAsync(new DatabaseOptions(Fresh("receipts"), null), 0);
        await using var site = await Site.StartAsync(new DatabaseOptions(Path.Combine(options.Folder, "receipts"), null));
        var (perSecond, p50, p95, p99) = await LedgerPart.ReceiptsAsync(site, Body(), TimeSpan.FromSeconds(options.Seconds));
        _result.Add(new Row(Part, "from the request to the proof in a published checkpoint, 16 producers", "SQLite, empty")
        {
            PerSecond = perSecond,
            P50 = p50,
            P95 = p95,
            P99 = p99,
            Target = "p50 <= 100 ms",
            IsMet = p50 <= 100,
        });
    }

    // A log of 300,000 entries as the application serves it, replayed by packages that we did not write.
    private async Task ForeignAsync()
    {
        var database = new DatabaseOptions(Fresh("foreign"), null);
        await Seeding.MakeAsync(database, 0);
        await LedgerPart.SequenceAsync(database, 300_000, 1000);
        await using var site = await Site.StartAsync(database);
        await site.CatchUpAsync(TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew();
        var isVerified = await LedgerPart.ReplayAsync(site.Address);
        _result.Add(new Row("The ledger", "300,000 entries served and replayed by golang.org/x/mod (tools/foreign-verifier)", "SQLite")
        {
            PerSecond = 300_000 / watch.Elapsed.TotalSeconds,
            Target = "verified",
            IsMet = isVerified,
        });
    }

    private async Task PromisesAsync()
    {
        var part = new PromisesPart(_result, options.Seconds);
        await part.ImportAsync(new DatabaseOptions(Fresh("projects"), null), name => new DatabaseOptions(Fresh(name), null));
        await part.CityAsync(await part.PlacesAsync(Fresh));
    }

    // The million last, beside its pages.
    private async Task FiguresAsync(int size)
    {
        await Seeding.MakeAsync(SqliteOf(size), size);
        await new FiguresPart(_result, options.Seconds).RunAsync(SqliteOf(size), $"SQLite {BenchOptions.Name(size)}", size);
    }

    private async Task ImportAsync()
    {
        await ImportAsync(Visits, 5);
    }

    private async Task ImportAsync(int rows, int mostSeconds)
    {
        var database = new DatabaseOptions(Fresh("import"), null);
        await Seeding.MakeAsync(database, 0);
        var stood = await Written.CountAsync(database);
        var (seconds, rss, said) = await ImportFiles.RunAsync(database, ImportFiles.Make(options.Folder, rows));
        var matters = (await Written.CountAsync(database)).Matters - stood.Matters;
        _result.Add(new Row("Importing a file", string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, CSV, by the command, {seconds:F1} s, {matters:N0} matters"), "SQLite, empty")
        {
            PerSecond = rows / seconds,
            Rss = rss,
            Pss = rss,
            Target = $"<= {mostSeconds} s",
            IsMet = seconds <= mostSeconds && matters == rows,
            Note = said,
        });
    }

    private async Task ReadingAsync(DatabaseOptions database, string data, int size)
    {
        if (!_readingParts.Any(options.Has))
        {
            return;
        }
        await Seeding.MakeAsync(database, size);
        var isUsual = size == BenchOptions.Usual && !database.IsPostgreSql;
        var pages = await Addresses.OfAsync(database);
        await using var site = await Site.StartAsync(database);
        var cookie = await site.SignInAsync("dispatcher");
        if (options.Has("list"))
        {
            var load = await Load.ReadAsync(site, pages.Lists, cookie, options.Seconds, rows: ListRows);
            _result.Add("Pages of staff", "list, 25 rows, filters on", data, load, site.Memory(), isUsual ? ">= 3,500/s" : "", isUsual ? l => l.PerSecond >= 3500 : null);
            if (isUsual)
            {
                var writing = WriteNowAndThenAsync(site, out var stop);
                load = await Load.ReadAsync(site, pages.Lists, cookie, options.Seconds, rows: ListRows);
                await stop.CancelAsync();
                await writing;
                _result.Add("Pages of staff", "the same while a matter is created every 20 ms", data, load, site.Memory());
            }
        }
        if (options.Has("detail"))
        {
            var load = await Load.ReadAsync(site, pages.Details, cookie, options.Seconds);
            _result.Add("Pages of staff", "matter page, random", data, load, site.Memory(), isUsual ? ">= 8,000/s" : "", isUsual ? l => l.PerSecond >= 8000 : null);
        }
        if (options.Has("statistics"))
        {
            var load = await Load.ReadAsync(site, pages.Statistics, cookie, options.Seconds);
            _result.Add("Pages of staff", "statistics", data, load, site.Memory(), ">= 1,700/s, p95 <= 10 ms", l => l.PerSecond >= 1700 && l.P95 <= 10);
        }
        if (options.Has("search"))
        {
            await SearchAsync(site, cookie, database, data, size);
        }
        if (options.Has("pages") && !database.IsPostgreSql)
        {
            await PagesAsync(site, cookie, pages, data);
        }
        if (options.Has("memory") && size == BenchOptions.Largest)
        {
            await MemoryAsync(site, cookie, pages, data);
        }
    }

    private async Task SearchAsync(Site site, string cookie, DatabaseOptions database, string data, int size)
    {
        double? most = (database.IsPostgreSql, size) switch
        {
            (false, BenchOptions.Usual) => 5,
            (true, BenchOptions.Usual) => 20,
            (false, BenchOptions.Largest) => 20,
            (true, BenchOptions.Largest) => 80,
            _ => null,
        };
        foreach (var (word, says) in new[] { (Texts.Common, "5 %"), (Texts.Rare, "0.1 %") })
        {
            var load = await Load.ReadAsync(site, ["/matters?q=" + Uri.EscapeDataString(word)], cookie, Math.Max(3, options.Seconds / 2), connections: 1, rows: Math.Min(ListRows, size / (word == Texts.Rare ? 1000 : 20)));
            _result.Add("Search", $"word of two characters in {says}, newest 25 and how many, whole page, 1 connection", data, load, site.Memory(),
                most is { } ms ? $"p95 <= {ms:F0} ms" : "", most is null ? null : l => l.P95 <= most);
        }
    }

    // What it costs to look at each page by oneself, after the first look.
    private async Task PagesAsync(Site site, string cookie, Addresses pages, string data)
    {
        string[] staff = ["/work", "/triage", "/matters", pages.Lists[0], pages.Details[^1], "/statistics", "/drives", "/organisation/units", "/calendar/profiles", "/api/v1/matters"];
        string[] everybody = ["/", "/submit", "/track", "/public", "/public/records", "/public/units", "/public/overdue", "/public/statistics", "/health"];
        var others = new[] { ("/publish", "editor"), ("/work", "supervisor"), ("/work", "roads.handler"), ("/work", "leader") };
        var asked = staff.Select(p => (Page: p, Session: (string?)cookie, As: "")).Concat(everybody.Select(p => (p, (string?)null, ""))).ToList();
        foreach (var (page, login) in others)
        {
            asked.Add((page, await site.SignInAsync(login), $" as {login}"));
        }
        // All once together, so that the first of them does not pay for compiling what all of them use.
        await Load.ReadAsync(site, staff, cookie, 3, connections: 1);
        foreach (var (page, session, who) in asked)
        {
            var load = await Load.ReadAsync(site, [page], session, 2, connections: 1, warmSeconds: 1);
            _result.Add(Pages, $"`{(page == pages.Details[^1] ? "/matters/NUMBER" : page)}`{who}", data, load, site.Memory());
        }
    }

    private async Task MemoryAsync(Site site, string cookie, Addresses pages, string data)
    {
        var most = (Rss: 0, Pss: 0);
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var now = site.Memory();
                most = (Math.Max(most.Rss, now.Rss), Math.Max(most.Pss, now.Pss));
                await Task.Delay(200);
            }
        });
        var search = new[] { Texts.Common, Texts.Rare }.Select(w => "/matters?q=" + Uri.EscapeDataString(w));
        await Task.WhenAll(
            Load.ReadAsync(site, [.. pages.Lists, .. pages.Details.Take(500), .. pages.Statistics, .. search, "/work", "/public", "/public/records"], cookie, options.Seconds),
            Load.PostAsync(site, "/api/v1/matters", Body(), options.Seconds));
        await stop.CancelAsync();
        await watching;
        _result.Add(new Row("Memory", "lists, pages, statistics, search and creating at once, 16 connections", data) { Rss = most.Rss, Pss = most.Pss, Target = "<= 300 MiB", IsMet = most.Rss <= 300 });
    }

    private async Task PostgresAsync()
    {
        using var house = PostgresHouse.Start() ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var database = new DatabaseOptions(Fresh("postgres"), house.Connection);
        var size = options.Sizes.Contains(BenchOptions.Usual) ? BenchOptions.Usual : options.Sizes[0];
        var data = $"PostgreSQL {BenchOptions.Name(size)}";
        await Seeding.MakeAsync(database, size);
        var stood = await Written.CountAsync(database);
        var raw = await RawDatabase.PostgresAsync(house.Connection, new Texts().Of(340), 3);
        _result.Add(new Row("Creating a matter", "two rows into the database, one a commit, one connection", "PostgreSQL") { PerSecond = raw });
        await using (var site = await Site.StartAsync(database))
        {
            var load = await Load.PostAsync(site, "/api/v1/matters", Body(), options.Seconds);
            await site.CatchUpAsync(TimeSpan.FromSeconds(60));
            load = load with { Wrong = (await Written.CountAsync(database)).Wrong(stood, load) };
            _result.Add("Creating a matter", "create a matter, 8 connections", data, load, site.Memory(), share: load.PerSecond / raw, note: "Share of the raw database. CPU without PostgreSQL's own.");
        }
        await ReadingAsync(database, data, size);
    }

    // House rule: what a page costs does not grow with the records.
    private void PagesGrowth()
    {
        var (small, large) = (options.Sizes.Min(), options.Sizes.Max());
        string[] names = [$"SQLite {BenchOptions.Name(small)}", $"SQLite {BenchOptions.Name(large)}"];
        var grown = _result.Rows.Where(r => r.Part == Pages && r.Data == names[1])
            .Select(r => (r.What, Now: r.P95 ?? 0, Before: _result.Rows.FirstOrDefault(s => s.Part == Pages && s.What == r.What && s.Data == names[0])?.P95 ?? 0))
            .Where(r => r.Before > 0).ToList();
        if (small == large || grown.Count == 0)
        {
            return;
        }
        var wrong = grown.Where(r => r.Now > 1.5 * r.Before && r.Now > 5).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.What} {r.Before:F1} to {r.Now:F1} ms")).ToList();
        _result.Add(new Row(Pages, $"{grown.Count} pages: p95 over that at {BenchOptions.Name(small)}, or in itself", names[1])
        {
            Target = "<= 1.5, or <= 5 ms",
            IsMet = wrong.Count == 0,
            Note = string.Join(", ", wrong),
        });
    }

    private void Growth()
    {
        Row? Of(int size) => _result.Rows.FirstOrDefault(r => r.What == "statistics" && r.Data == $"SQLite {BenchOptions.Name(size)}");
        if (Of(10_000)?.P95 is { } small && Of(BenchOptions.Largest)?.P95 is { } large)
        {
            _result.Add(new Row("Pages of staff", $"statistics: p95 at 1M over p95 at 10k is {(large / small).ToString("F2", CultureInfo.InvariantCulture)}", "SQLite")
            {
                Target = "<= 1.5",
                IsMet = large / small <= 1.5,
            });
        }
    }

    private static Task WriteNowAndThenAsync(Site site, out CancellationTokenSource stop)
    {
        stop = new CancellationTokenSource();
        var cancel = stop.Token;
        var body = Body();
        return Task.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = site.Address };
            for (var n = 0; !cancel.IsCancellationRequested; n++)
            {
                using var content = new StringContent(body.Replace("%N%", $"x{n}", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
                using var answer = await client.PostAsync(new Uri("/api/v1/matters", UriKind.Relative), content, CancellationToken.None);
                await Task.Delay(20, CancellationToken.None);
            }
        }, CancellationToken.None);
    }

    private DatabaseOptions SqliteOf(int size) => new(Path.Combine(options.Folder, $"sqlite-{size}"), null);

    private string Fresh(string name)
    {
        var folder = Path.Combine(options.Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        return Directory.CreateDirectory(folder).FullName;
    }

    // 1.2 KB: 340 characters of text, as in the measurements of what the machine allows.
    private static string Body() => JsonSerializer.Serialize(
        new { kind = "help", text = "%N%" + new Texts().Of(340), place = "360821100", name = "王小明", phone = "13800001234" },
        _plain);

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "an unknown processor";
        return $"{Environment.ProcessorCount} processors ({model}), .NET {Environment.Version}";
    }
}
