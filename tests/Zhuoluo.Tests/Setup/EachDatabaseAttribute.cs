using System.Reflection;
using Xunit.Sdk;

namespace Zhuoluo.Tests.Setup;

public enum Db { Sqlite, Postgres }

/// <summary>Runs a theory once on SQLite and once on PostgreSQL: <c>[Theory, EachDatabase] public async Task X(Db db)</c>.</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Db.Sqlite], [Db.Postgres]];
}
