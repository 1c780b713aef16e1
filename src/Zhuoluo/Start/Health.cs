using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Start;

/// <summary>GET /health: whether this node can serve, and what a person on call looks at first. No personal data, no secrets.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app) => app.MapMethods("/health", ["GET", "HEAD"], AnswerAsync).Open();

    private static async Task<IResult> AnswerAsync(
        IDbContextFactory<ZhuoluoContext> reads, Writer writer, Pump pump, PumpService service, LogState log, DatabaseOptions options, CancellationToken cancel)
    {
        var version = typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        try
        {
            await using var db = await reads.CreateDbContextAsync(cancel);
            var migrations = await db.Database.GetAppliedMigrationsAsync(cancel);
            var head = await db.Set<LedgerHead>().SingleAsync(cancel);
            var published = await db.Set<LedgerCheckpoint>().Where(c => c.Year == head.Year).OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel);
            var pending = await db.Set<PendingEntry>().CountAsync(cancel);
            return Results.Json(new
            {
                status = log.Alarm is not null ? "read-only" : service.LastFault is null && log.Unpublished is null ? "ok" : "degraded",
                version,
                database = options.IsPostgreSql ? "postgresql" : "sqlite",
                lastMigration = migrations.LastOrDefault(),
                writerQueue = writer.Waiting,
                ledger = new
                {
                    size = head.Size,
                    pending,
                    year = head.Year,
                    published = published?.Size ?? 0,
                    publishedAt = published?.At,
                    isBehind = log.IsBehind,
                    alarm = log.Alarm,
                    unpublished = log.Unpublished,
                    fault = service.LastFault,
                },
                followers = await pump.LagAsync(cancel),
            });
        }
        catch (System.Data.Common.DbException fault)
        {
            return Results.Json(new { status = "down", version, fault = fault.GetType().Name }, statusCode: 503);
        }
    }
}
