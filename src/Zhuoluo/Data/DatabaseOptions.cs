using Npgsql;

namespace Zhuoluo.Data;

/// <summary>Where the data live. SQLite in <see cref="Folder"/> unless <see cref="PostgreSql"/> is given.</summary>
/// <param name="Folder">Holds zhuoluo.db, keys/ and files/. Absolute.</param>
/// <param name="PostgreSql">Connection string, or null for SQLite.</param>
internal sealed record DatabaseOptions(string Folder, string? PostgreSql)
{
    private const int MostPrepared = 200;

    /// <summary>0 to 31, another for each node on one database: ids of two nodes differ by it and by nothing else.</summary>
    public int Node { get; init; }

    public bool IsPostgreSql => PostgreSql is not null;

    /// <summary>The connection string with statements kept prepared, unless it says otherwise (behind a pooler of transactions: Max Auto Prepare=0).</summary>
    public string? TunedPostgreSql => PostgreSql is null ? null : Tune(new NpgsqlConnectionStringBuilder(PostgreSql));

    public string SqliteFile => Path.Combine(Folder, "zhuoluo.db");
    public string Files => Path.Combine(Folder, "files");
    public string Keys => Path.Combine(Folder, "keys");

    private static string Tune(NpgsqlConnectionStringBuilder given)
    {
        if (!given.ShouldSerialize("Max Auto Prepare"))
        {
            given.MaxAutoPrepare = MostPrepared;
        }
        return given.ConnectionString;
    }
}
