using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using SQLitePCL;

namespace Zhuoluo.Bench;

/// <summary>
/// What the machine allows: an ASP.NET Core endpoint without anything around it, which reads the same JSON, writes a row with one index and
/// a log row of 300 bytes in one durable transaction (SQLite, WAL, synchronous=FULL, group commit), and answers after the commit.
/// </summary>
internal static partial class BareSite
{
    public const string Verb = "bare";

    public static async Task RunAsync(string folder)
    {
        var store = new Store(Path.Combine(folder, "bare.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, BareJson.Default));
        var app = builder.Build();
        app.MapPost("/items", async (BareItem item) => TypedResults.Json(new BareReceipt(await store.AddAsync(item)), BareJson.Default.BareReceipt, statusCode: 201));
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await app.WaitForShutdownAsync();
    }

    internal sealed record BareItem(string Kind, string Text, string Place, string? Name, string? Phone);

    internal sealed record BareReceipt(long Id);

    [JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(BareItem))]
    [JsonSerializable(typeof(BareReceipt))]
    internal sealed partial class BareJson : JsonSerializerContext;

    private sealed class Store
    {
        private static readonly byte[] _log = new byte[300];
        private readonly Channel<(BareItem Item, TaskCompletionSource<long> Done)> _queue = Channel.CreateUnbounded<(BareItem, TaskCompletionSource<long>)>();
        private readonly sqlite3 _database;
        private long _last;

        public Store(string file)
        {
            Batteries_V2.Init();
            raw.sqlite3_open(file, out _database);
            Run("PRAGMA journal_mode=WAL");
            Run("PRAGMA synchronous=FULL");
            Run("PRAGMA wal_autocheckpoint=4000");
            Run("CREATE TABLE item (id INTEGER PRIMARY KEY, kind TEXT, place TEXT, text TEXT); CREATE INDEX ix_item_place ON item (place, id); CREATE TABLE log (id INTEGER PRIMARY KEY, body BLOB)");
            _ = Task.Run(LoopAsync);
        }

        public Task<long> AddAsync(BareItem item)
        {
            var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.Writer.TryWrite((item, done));
            return done.Task;
        }

        private async Task LoopAsync()
        {
            raw.sqlite3_prepare_v2(_database, "INSERT INTO item VALUES (?, ?, ?, ?)", out var item);
            raw.sqlite3_prepare_v2(_database, "INSERT INTO log VALUES (?, ?)", out var log);
            var group = new List<(TaskCompletionSource<long> Done, long Id)>();
            while (await _queue.Reader.WaitToReadAsync())
            {
                group.Clear();
                Run("BEGIN IMMEDIATE");
                while (group.Count < 256 && _queue.Reader.TryRead(out var next))
                {
                    raw.sqlite3_bind_int64(item, 1, ++_last);
                    raw.sqlite3_bind_text(item, 2, next.Item.Kind);
                    raw.sqlite3_bind_text(item, 3, next.Item.Place);
                    raw.sqlite3_bind_text(item, 4, next.Item.Text);
                    raw.sqlite3_step(item);
                    raw.sqlite3_reset(item);
                    raw.sqlite3_bind_int64(log, 1, _last);
                    raw.sqlite3_bind_blob(log, 2, _log);
                    raw.sqlite3_step(log);
                    raw.sqlite3_reset(log);
                    group.Add((next.Done, _last));
                }
                Run("COMMIT");
                foreach (var (done, id) in group)
                {
                    done.SetResult(id);
                }
            }
        }

        private void Run(string sql)
        {
            if (raw.sqlite3_exec(_database, sql) != raw.SQLITE_OK)
            {
                throw new InvalidOperationException(raw.sqlite3_errmsg(_database).utf8_to_string());
            }
        }
    }
}
