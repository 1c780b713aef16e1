using Microsoft.Data.Sqlite;
using Zhuoluo.Data;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data;

public sealed class RegularJobTests
{
    [Fact]
    public async Task A_turn_that_found_the_database_away_is_tried_again_and_any_other_fault_is_not_hidden()
    {
        await new Job(new SqliteException("database is locked", 5)).OnceAsync();
        await new Job(null).OnceAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Job(new InvalidOperationException()).OnceAsync());
    }

    [Fact]
    public void Once_a_night_in_its_hour_by_the_clock_of_the_place()
    {
        var nightly = new Nightly(hour: 3);
        var three = new DateTimeOffset(2026, 3, 2, 19, 0, 0, TimeSpan.Zero);

        Assert.False(nightly.IsDue(three.AddMinutes(-1)));
        Assert.True(nightly.IsDue(three.AddMinutes(5)));
        Assert.False(nightly.IsDue(three.AddMinutes(10)));
        Assert.False(nightly.IsDue(three.AddHours(1)));
        Assert.True(nightly.IsDue(three.AddDays(1)));
    }

    private sealed class Job(Exception? fault) : RegularJob(TimeSpan.FromHours(1), new TestClock(), log: null)
    {
        public Task OnceAsync() => TryTurnAsync(default);

        protected override Task TurnAsync(CancellationToken cancel) => fault is null ? Task.CompletedTask : Task.FromException(fault);
    }
}
