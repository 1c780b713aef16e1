using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Faults;

/// <summary>A disk that is full, a commit that fails, a file that somebody holds: nobody is told "done" who is not, and the next write goes on.</summary>
public sealed class WriterFaultsTests
{
    private const int Full = 13;

    [Fact]
    public async Task A_commit_that_fails_acknowledges_nobody_of_its_group_and_the_next_one_goes_through()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);

        // A broken reference that is looked at only by COMMIT.
        var group = await TogetherAsync(house, _ => { }, work => work.Db.Database.ExecuteSqlRaw(
            "CREATE TABLE broken (id INTEGER PRIMARY KEY, other INTEGER REFERENCES broken (id) DEFERRABLE INITIALLY DEFERRED); INSERT INTO broken VALUES (1, 99)"), _ => { });

        Assert.All(group, write => Assert.IsType<SqliteException>(write.Exception?.InnerException));
        Assert.Equal(0, await EntriesAsync(house));
        await WriteAsync(house, _ => { });
        Assert.Equal(1, await EntriesAsync(house));
    }

    [Fact]
    public async Task A_full_disk_fails_the_whole_group_and_the_next_one_goes_through()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);

        // The limit is one of the writer's connection, which is given up after such a fault.
        var group = await TogetherAsync(house, _ => { }, work => work.Db.Database.ExecuteSqlRaw("PRAGMA max_page_count = 1"), _ => { });

        Assert.Equal(Full, Assert.IsType<SqliteException>(group[1].Exception?.InnerException?.GetBaseException()).SqliteErrorCode);
        Assert.All(group, write => Assert.True(write.IsFaulted));
        Assert.Equal(0, await EntriesAsync(house));
        await WriteAsync(house, _ => { });
        Assert.Equal(1, await EntriesAsync(house));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_makes_the_writer_wait()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await using var other = new SqliteConnection(SqliteSetup.ConnectionString(house.Options));
        await other.OpenAsync();
        await using var hold = await other.BeginTransactionAsync();

        var write = WriteAsync(house, _ => { });
        Assert.Equal(0, await EntriesAsync(house));
        Assert.False(write.IsCompleted);
        await hold.RollbackAsync();
        await write;

        Assert.Equal(1, await EntriesAsync(house));
    }

    /// <summary>The writes in one group: they queue up behind a write that waits for them.</summary>
    private static async Task<List<Task>> TogetherAsync(TestHouse house, params Action<Work>[] jobs)
    {
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var gate = house.Writer.WriteAsync<Done>(house.System(), async _ =>
        {
            begun.SetResult();
            await go.Task;
            return Done.Value;
        }, default);
        await begun.Task;
        var writes = jobs.Select(job => WriteAsync(house, job)).ToList<Task>();
        go.SetResult();
        await gate;
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        return writes;
    }

    private static Task<Outcome<Done>> WriteAsync(TestHouse house, Action<Work> job) => house.Writer.WriteAsync<Done>(house.System(), work =>
    {
        job(work);
        work.Db.Add(Entry(work.Act));
        return Task.FromResult<Outcome<Done>>(Done.Value);
    }, default);

    private static PendingEntry Entry(Act act) => new()
    {
        Id = act.NewId(),
        EventId = act.Chance.Bytes(16),
        Body = new byte[8192],
        Kind = "sample.recorded",
        SubjectKind = "sample",
        SubjectId = 7,
    };

    private static Task<int> EntriesAsync(TestHouse house) => house.ReadAsync(db => db.Set<PendingEntry>().CountAsync());
}
