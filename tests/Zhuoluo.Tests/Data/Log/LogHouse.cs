using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data.Log;

/// <summary>What tests of the log do with a house.</summary>
internal static class LogHouse
{
    /// <summary>So many entries, durable and not yet in their place.</summary>
    public static async Task<int> RecordAsync(this TestHouse house, int count)
    {
        var outcome = await house.Writer.WriteAsync<int>(house.System(), work =>
        {
            for (var i = 0; i < count; i++)
            {
                work.Record(new LedgerKeyChangedV1(i, new Code("00000000"), false), new Subject("test", i));
            }
            return Task.FromResult<Outcome<int>>(count);
        }, default);
        return outcome.Match(n => n, _ => 0);
    }

    public static T Of<T>(this TestHouse house)
        where T : notnull => house.Services.GetRequiredService<T>();

    public static async Task<Shard> ShardAsync(this TestHouse house) => (await house.Of<PublishedLog>().CurrentAsync(default))!;

    /// <summary>What everybody sees; null before the first.</summary>
    public static async Task<Checkpoint?> CheckpointAsync(this TestHouse house) =>
        await house.Of<PublishedLog>().CurrentAsync(default) is { } shard && await house.Of<PublishedLog>().CheckpointAsync(shard, default) is { } note ? Checkpoint.Parse(note.Text) : null;

    public static Task<List<byte[]>> BodiesAsync(this TestHouse house) =>
        house.ReadAsync(db => db.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Body).ToListAsync());

    public static async Task<List<string>> DifferencesAsync(this TestHouse house) => await house.Of<LogAudit>().RunAsync(null, default).ToListAsync();

    /// <summary>Past all guards, as somebody with the database's own console.</summary>
    public static Task RunAsync(this TestHouse house, string sql) => house.Writer.WriteAsync<Done>(house.System(), async work =>
    {
        await work.Db.Database.ExecuteSqlRawAsync(sql);
        return Done.Value;
    }, default);
}
