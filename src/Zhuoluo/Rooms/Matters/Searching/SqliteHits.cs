using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>FTS5 keeps its lists in the order of the ids, so the newest are read from their end; never ordered by rank, which reads every hit.</summary>
internal static class SqliteHits
{
    public static async Task<Hits> FindAsync(ZhuoluoContext db, SearchQuery query, int limit, int skip, long before, CancellationToken cancel)
    {
        var phrase = query.Fts5;
        var total = await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM matter_search WHERE matter_search MATCH {phrase}").ToListAsync(cancel);
        if (total[0] == 0)
        {
            return new Hits([], 0);
        }
        var ids = await db.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM matter_search WHERE matter_search MATCH {phrase} AND rowid < {before} ORDER BY rowid DESC LIMIT {limit} OFFSET {skip}").ToListAsync(cancel);
        return new Hits(ids, total[0]);
    }
}
