namespace Zhuoluo.Data.Log;

/// <summary>What the operator says of the ledger.</summary>
/// <param name="Origin">Base of the names of the logs, such as <c>service.jian.example/ledger</c>; null for a name made by chance at the first entry.</param>
/// <param name="Folder">Private keys and marks of what was signed; outside the database, so that an old backup of it is noticed.</param>
internal sealed record LogOptions(string? Origin, string Folder)
{
    /// <summary>ZHUOLUO_LEDGER_ORIGIN and ZHUOLUO_LEDGER_KEYS.</summary>
    public static LogOptions FromEnvironment(DatabaseOptions database) => new(
        Environment.GetEnvironmentVariable("ZHUOLUO_LEDGER_ORIGIN"),
        Environment.GetEnvironmentVariable("ZHUOLUO_LEDGER_KEYS") ?? Path.Combine(database.Keys, "ledger"));
}
