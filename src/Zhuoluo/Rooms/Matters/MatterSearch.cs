using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Finds matters by words of their title, text and place, on both databases alike. Confidential matters are not in the index;
/// what the asker may not see is for the asker's own filter to leave out.
/// </summary>
internal static class MatterSearch
{
    /// <summary>The ids that match, as a subquery to narrow any query with; nothing when there is no word to look for.</summary>
    public static IQueryable<long> Hits(ZhuoluoContext db, string words)
    {
        if (db.Database.IsNpgsql())
        {
            var terms = Bigrams.TsQuery(words);
            return db.Database.SqlQuery<long>($"SELECT id AS \"Value\" FROM matter_search WHERE words @@ to_tsquery('simple', {terms})");
        }
        var phrase = Bigrams.Fts5(words);
        return phrase.Length == 0
            ? db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM matter_search WHERE 0")
            : db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM matter_search WHERE matter_search MATCH {phrase}");
    }

    /// <summary>Newest first, and how many there are in all.</summary>
    /// <param name="db">A reader.</param>
    /// <param name="words">As typed.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only ids below this one; null from the newest on.</param>
    /// <param name="cancel">Stops asking.</param>
    public static async Task<(IReadOnlyList<long> Ids, int Total)> FindAsync(ZhuoluoContext db, string words, int limit, long? before, CancellationToken cancel)
    {
        // Materialised in one go: with a small limit PostgreSQL would otherwise walk the ids from the newest down and test each text.
        var ids = await Hits(db, words).ToListAsync(cancel);
        ids.Sort();
        ids.Reverse();
        return ([.. ids.Where(id => before is null || id < before).Take(limit)], ids.Count);
    }
}
