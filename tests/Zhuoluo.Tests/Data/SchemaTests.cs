using Microsoft.EntityFrameworkCore;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data;

/// <summary>Migrations are written by hand; this takes the place of a model snapshot.</summary>
public sealed class SchemaTests
{
    [Theory, EachDatabase]
    public async Task Tables_and_columns_equal_the_model(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.ReadAsync(async context =>
        {
            foreach (var type in context.Model.GetEntityTypes().Where(t => t.GetTableName() is not null))
            {
                var expected = type.GetProperties().Select(p => p.GetColumnName()).Order(StringComparer.Ordinal).ToList();
                var sql = db == Db.Postgres
                    ? $"SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = '{type.GetTableName()}'"
                    : $"SELECT name AS \"Value\" FROM pragma_table_info('{type.GetTableName()}')";
                var actual = (await context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(actual), $"{type.GetTableName()}: model [{string.Join(' ', expected)}], schema [{string.Join(' ', actual)}]");
            }
            return 0;
        });
    }
}
