using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Faults;

/// <summary>
/// What was acknowledged is there after a kill, what is not there was never acknowledged, and nothing is half there. Each round kills
/// the server in the middle of its work, while somebody outside watches the ledger's checkpoints, now and then while it is still catching up after the kill before; the next one starts on what is left.
/// </summary>
public abstract class KillTests(Db db)
{
    // More with ZHUOLUO_KILL_ROUNDS, see CONTRIBUTING.md: a start of the server takes longer than what is killed in it.
    private const int Usual = 20;
    private const int Seed = 20260302;

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("ZHUOLUO_KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : Usual;

    [Fact]
    public async Task Every_acknowledged_matter_outlives_a_kill_with_its_step_and_its_entry()
    {
        var database = await Templates.NewAsync(db);
        try
        {
            await SetUpAsync(database);
            var (senders, random, watch) = (new Senders(), new Random(Seed), new CheckpointWatch());
            for (var round = 0; round < Rounds; round++)
            {
                await RoundAsync(database, senders, random, watch, round);
                await CheckAsync(database, senders, watch);
            }
            Assert.NotEmpty(senders.Unanswered);
            Assert.True(watch.Seen.Count > Rounds, $"only {watch.Seen.Count} checkpoints were seen");
        }
        finally
        {
            await Templates.GiveBackAsync(database);
        }
    }

    private static async Task RoundAsync(DatabaseOptions database, Senders senders, Random random, CheckpointWatch watch, int round)
    {
        await using var server = await ServerProcess.StartAsync(database);
        var watching = watch.LookAsync(server.Address);
        await AskAgainAsync(senders, server.Address);
        var (enough, moment) = (round % 5 == 4 ? 1 : random.Next(20, 120), random.Next(2_000_000));
        await senders.SendUntilGoneAsync(server.Address, enough, () =>
        {
            Thread.SpinWait(moment);
            server.Kill();
        });
        await watching;
    }

    // A client without an answer asks again after the server is back: whether the matter was there or not, now it is, once.
    private static async Task AskAgainAsync(Senders senders, Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        foreach (var key in senders.Unanswered)
        {
            await senders.AgainAsync(client, key);
        }
        if (senders.Numbers.FirstOrDefault() is { } number)
        {
            Assert.Equal(number, await senders.AgainAsync(client, senders.KeyOf(number)));
        }
    }

    private static async Task CheckAsync(DatabaseOptions database, Senders senders, CheckpointWatch watch)
    {
        await using var house = App.BuildServices(new AppOptions(database, AppOptions.DefaultUrls, IsDemo: false));
        await using var db = await house.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var matters = await db.Set<Matter>().OrderBy(m => m.Number).Select(m => new { m.Id, m.Number }).ToListAsync();
        var ids = matters.ConvertAll(m => m.Id).Order().ToList();

        Assert.Empty(senders.Numbers.Except(matters.Select(m => m.Number)));
        Assert.Distinct(senders.Numbers);
        Assert.InRange(matters.Count, senders.Acknowledged, senders.Sent);
        Assert.Equal(Enumerable.Range(1, matters.Count), matters.Select(m => int.Parse(m.Number[5..], CultureInfo.InvariantCulture)));
        Assert.Equal(matters.Count + 1, await db.Set<NumberCounter>().Select(c => c.Next).SingleAsync());
        Assert.Equal(ids, await db.Set<Step>().Where(s => s.Verb == Verb.Register).OrderBy(s => s.MatterId).Select(s => s.MatterId).ToListAsync());
        Assert.Equal(ids, await db.Set<MatterText>().OrderBy(t => t.MatterId).Select(t => t.MatterId).ToListAsync());
        await CheckEntriesAsync(db, ids);
        await CheckLogAsync(house, watch);
    }

    // Every checkpoint that anybody ever saw is one of this tree, and nothing in the database differs from what was signed.
    private static async Task CheckLogAsync(IServiceProvider house, CheckpointWatch watch)
    {
        var log = house.GetRequiredService<PublishedLog>();
        var shard = await log.CurrentAsync(default);
        Assert.NotNull(shard);
        var tree = new TreeReader(log.Source(shard), Checkpoint.Parse((await log.CheckpointAsync(shard, default))!.Text).Size);
        foreach (var seen in watch.Seen)
        {
            Assert.Equal(shard.Origin, seen.Origin);
            Assert.Equal(seen.Root, await tree.RootAsync(seen.Size, default));
        }
        Assert.Empty(await house.GetRequiredService<LogAudit>().RunAsync(null, default).ToListAsync());
    }

    private static async Task CheckEntriesAsync(ZhuoluoContext db, List<long> matters)
    {
        const string Kind = "matter.registered";
        var places = await db.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Idx).ToListAsync();
        var sequenced = await db.Set<LedgerEntry>().Where(e => e.Kind == Kind).Select(e => e.SubjectId).ToListAsync();
        var pending = await db.Set<PendingEntry>().Where(e => e.Kind == Kind).Select(e => e.SubjectId).ToListAsync();

        Assert.Equal(matters, sequenced.Concat(pending).Order());
        Assert.Equal(Enumerable.Range(0, places.Count).Select(i => (long)i), places);
        Assert.Equal(places.Count, await db.Set<LedgerHead>().Select(h => h.Size).SingleAsync());
    }

    private static async Task SetUpAsync(DatabaseOptions database)
    {
        await using var house = App.BuildServices(new AppOptions(database, AppOptions.DefaultUrls, IsDemo: false));
        var act = house.GetRequiredService<ActFactory>().New(Actor.Operator("test"), Door.Command);
        var county = await house.GetRequiredService<SetUpCountyHandler>().HandleAsync(new SetUpCounty(SiteStaff.CountyCode, "吉安县"), act, default);
        county.IsRefused(out _, out var unitId);
        var role = new GiveRole(0, Role.Administrator, unitId, LocalDay.Of(act.At));
        var added = await house.GetRequiredService<AddPersonHandler>().HandleAsync(
            new AddPerson("测试", SiteStaff.Administrator, SiteStaff.Password, null, role, MustChangePassword: false), act, default);
        Assert.False(added.IsRefused(out _, out _));
    }
}

/// <summary>A class each, so that both run at the same time.</summary>
public sealed class SqliteKillTests() : KillTests(Db.Sqlite);

public sealed class PostgresKillTests() : KillTests(Db.Postgres);
