using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>What stands in the database: a matter that was acknowledged has its row, its deadline and its entry, or the figure beside it means nothing.</summary>
internal sealed record Written(long Matters, long Deadlines, long Entries)
{
    public static async Task<Written> CountAsync(DatabaseOptions database)
    {
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: true));
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return new Written(
            await db.Set<Matter>().LongCountAsync(),
            await db.Set<Clock>().Select(c => c.MatterId).Distinct().LongCountAsync(),
            await db.Set<LedgerEntry>().LongCountAsync() + await db.Set<PendingEntry>().LongCountAsync());
    }

    /// <summary>What is missing since <paramref name="before"/> for the answers of a run; null if nothing.</summary>
    public string? Wrong(Written before, Load load)
    {
        var answered = load.Before + load.Requests - load.Bad;
        var (matters, deadlines, entries) = (Matters - before.Matters, Deadlines - before.Deadlines, Entries - before.Entries);
        return matters >= answered && deadlines >= matters && entries >= matters ? null
            : $"{answered} were acknowledged, but there are {matters} matters, {deadlines} deadlines and {entries} entries.";
    }
}
