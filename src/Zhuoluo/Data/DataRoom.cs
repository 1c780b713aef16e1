using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

internal static class DataRoom
{
    public static void AddData(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new IdSource(options.Node));
        services.AddSingleton(Chance.System);
        services.AddSingleton<ActFactory>();
        services.AddSingleton<Vault>();
        services.AddSingleton<DataMark>().AddSingleton<Kept>().AddSingleton<SqliteReads>();
        services.AddDbContextPool<ZhuoluoContext>(o => Configure(o, options));
        services.AddSingleton<IDbContextFactory<ZhuoluoContext>>(_ => new ContextFactory(ReadOptions(options)));
        if (options.IsPostgreSql)
        {
            services.AddSingleton<Writer>(s => new PostgresWriter(ReadOptions(options), s.GetRequiredService<Vault>(), s.GetRequiredService<LogState>()));
        }
        else
        {
            services.AddSingleton<Writer, SqliteWriter>();
        }
        services.AddSingleton(LogOptions.FromEnvironment(options)).AddSingleton<LogState>().AddSingleton<LogKeys>().AddSingleton<SignedMark>();
        services.AddSingleton<DatabaseLog>().AddSingleton<PublishedLog>().AddSingleton<Publisher>();
        services.AddHostedService(s => new Cosigner(
            WitnessPlace.Read(Environment.GetEnvironmentVariable("ZHUOLUO_LEDGER_WITNESSES")), s.GetRequiredService<PublishedLog>(), s.GetRequiredService<IDbContextFactory<ZhuoluoContext>>(),
            s.GetRequiredService<Writer>(), s.GetRequiredService<ActFactory>(), s.GetRequiredService<LogState>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Cosigner>>()));
        services.AddSingleton<LogStart>().AddSingleton<LogAudit>().AddSingleton<LogRotation>().AddSingleton<LogRecovery>();
        services.AddSingleton<Sequencer>();
        services.AddSingleton<Pump>().AddSingleton<PumpLook>();
        services.AddSingleton<PumpService>();
        services.AddHostedService(s => s.GetRequiredService<PumpService>());
    }

    /// <summary>Brings the schema up to date; safe to run at every start.</summary>
    public static async Task MigrateAsync(DatabaseOptions options, CancellationToken cancel)
    {
        var builder = new DbContextOptionsBuilder<ZhuoluoContext>();
        if (options.PostgreSql is { } postgres)
        {
            builder.UseNpgsql(postgres);
        }
        else
        {
            Directory.CreateDirectory(options.Folder);
            builder.UseSqlite(SqliteSetup.ConnectionString(options));
        }
        SqliteSetup.Common(builder);
        await using var db = new ZhuoluoContext(builder.Options);
        if (!options.IsPostgreSql)
        {
            await db.Database.OpenConnectionAsync(cancel);
            SqliteSetup.Prepare((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection());
        }
        await db.Database.MigrateAsync(cancel);
    }

    private static DbContextOptions<ZhuoluoContext> ReadOptions(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<ZhuoluoContext>();
        Configure(builder, options);
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        if (options.TunedPostgreSql is { } postgres)
        {
            builder.UseNpgsql(postgres).AddInterceptors(new SendFirst());
        }
        else
        {
            builder.UseSqlite(SqliteSetup.ReadConnectionString(options), SqliteSetup.Lists).AddInterceptors(new ReaderPragmas());
        }
        builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        SqliteSetup.Common(builder);
    }

    private sealed class ContextFactory(DbContextOptions<ZhuoluoContext> options) : IDbContextFactory<ZhuoluoContext>
    {
        public ZhuoluoContext CreateDbContext() => new(options);
    }
}
