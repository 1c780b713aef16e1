using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// Whether the pump has anything to do. It asks for the state itself and not for what changed, so that nothing depends on who wrote, on a fault or on a
/// start. Asked several times a second: one prepared statement, for a query of a context costs an idle server many times as much.
/// </summary>
internal sealed class PumpLook(DatabaseOptions options, IEnumerable<IFollower> followers, SqliteReads sqlite, IDbContextFactory<ZhuoluoContext> reads)
{
    // The years are those of Publisher.DueAsync.
    private const string Unpublished =
        """
        SELECT CASE WHEN EXISTS (SELECT 1 FROM ledger_pending) OR EXISTS (
          SELECT 1 FROM ledger_shard s, ledger_head h
          WHERE COALESCE(s.size, h.size - s.first) > COALESCE((SELECT MAX(c.size) FROM ledger_checkpoint c WHERE c.year = s.year), 0)) THEN 1 ELSE 0 END
        """;

    private readonly string _behind = Behind([.. followers.Select(f => f.Name)]);

    /// <summary>Something waits for its place or to be published.</summary>
    public Task<bool> IsUnpublishedAsync(CancellationToken cancel) => AskAsync(Unpublished, cancel);

    /// <summary>A follower has something to read.</summary>
    public Task<bool> IsBehindAsync(CancellationToken cancel) => AskAsync(_behind, cancel);

    // Names are constants of the program. A follower without a row has read nothing yet.
    private static string Behind(IReadOnlyList<string> names) =>
        $"""
        SELECT CASE WHEN (SELECT COUNT(*) FROM follower_position p WHERE p.name IN ({string.Join(", ", names.Select(n => $"'{n}'"))}) AND p.next >= h.size) < {names.Count} AND h.size > 0 THEN 1 ELSE 0 END
        FROM ledger_head h
        """;

    [SuppressMessage("Security", "CA2100", Justification = "Called with the statements of this file only.")]
    private async Task<bool> AskAsync(string sql, CancellationToken cancel)
    {
        if (!options.IsPostgreSql)
        {
            using var data = sqlite.Begin();
            return data.Ask(sql) == 1;
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) == 1;
    }
}
