namespace Zhuoluo.Data;

/// <summary>Where the data live. SQLite in <see cref="Folder"/> unless <see cref="PostgreSql"/> is given.</summary>
/// <param name="Folder">Holds zhuoluo.db, keys/ and files/. Absolute.</param>
/// <param name="PostgreSql">Connection string, or null for SQLite.</param>
internal sealed record DatabaseOptions(string Folder, string? PostgreSql)
{
    public bool IsPostgreSql => PostgreSql is not null;
    public string SqliteFile => Path.Combine(Folder, "zhuoluo.db");
    public string Files => Path.Combine(Folder, "files");
    public string Keys => Path.Combine(Folder, "keys");
}
