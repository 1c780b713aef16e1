using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters.Searching;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Finds matters by words of their title, text and place, on both databases alike. Confidential matters are not in the index;
/// what the asker may not see is for the asker's own filter to leave out.
/// </summary>
internal static class MatterSearch
{
    /// <summary>The ids that match, as a subquery to narrow any query with; nothing when there is no word to look for.</summary>
    public static IQueryable<long> Hits(ZhuoluoContext db, string words) => Hits(db, SearchQuery.Parse(words));

    public static IQueryable<long> Hits(ZhuoluoContext db, SearchQuery query)
    {
        if (db.Database.IsNpgsql())
        {
            var terms = query.TsQuery;
            return db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM matter_search WHERE words @@ to_tsquery('simple', {terms})");
        }
        var phrase = query.Fts5;
        return phrase.Length == 0
            ? db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM matter_search WHERE 0")
            : db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM matter_search WHERE matter_search MATCH {phrase}");
    }

    /// <summary>The same in released texts only.</summary>
    public static IQueryable<long> PublishedHits(ZhuoluoContext db, SearchQuery query)
    {
        if (db.Database.IsNpgsql())
        {
            var terms = query.TsQuery;
            return db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM publication_search WHERE words @@ to_tsquery('simple', {terms})");
        }
        var phrase = query.Fts5;
        return phrase.Length == 0
            ? db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM publication_search WHERE 0")
            : db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM publication_search WHERE publication_search MATCH {phrase}");
    }

    /// <summary>Newest first, and how many there are in all.</summary>
    /// <param name="db">A reader.</param>
    /// <param name="words">As typed.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only ids below this one; null from the newest on.</param>
    /// <param name="cancel">Stops asking.</param>
    public static Task<Hits> FindAsync(ZhuoluoContext db, string words, int limit, long? before, CancellationToken cancel) =>
        FindAsync(db, SearchQuery.Parse(words), limit, 0, before, cancel);

    /// <summary>A page of hits, after <paramref name="skip"/> of them.</summary>
    public static async Task<Hits> FindAsync(ZhuoluoContext db, SearchQuery query, int limit, int skip, long? before, CancellationToken cancel) =>
        query.IsEmpty ? new Hits([], 0)
        : db.Database.IsNpgsql() ? await PostgresHits.FindAsync(db, query, limit, skip, before ?? long.MaxValue, cancel)
        : await SqliteHits.FindAsync(db, query, limit, skip, before ?? long.MaxValue, cancel);
}

/// <summary>Hits of the index.</summary>
/// <param name="Ids">Newest first.</param>
/// <param name="Total">How many match in all, wherever the page begins.</param>
internal sealed record Hits(IReadOnlyList<long> Ids, long Total);
