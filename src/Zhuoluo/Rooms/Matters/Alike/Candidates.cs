using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Searching;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>Finds by rare shared words, from the index alone, which matters are worth comparing: two queries, however many are asked for.</summary>
internal static class Candidates
{
    private const int MostEach = 80;

    /// <param name="db">A reader.</param>
    /// <param name="asked">For which.</param>
    /// <param name="since">Nothing that was registered earlier.</param>
    /// <param name="ofPublic">Look in released texts instead.</param>
    /// <param name="cancel">Stops asking.</param>
    public static async Task<List<long>> FindAsync(ZhuoluoContext db, IReadOnlyList<AlikeAsked> asked, DateTimeOffset since, bool ofPublic, CancellationToken cancel)
    {
        var pairs = asked.SelectMany(a => a.Side.Pairs).Distinct().ToList();
        var counts = await db.Set<SearchWord>().Where(w => pairs.Contains(w.Word)).ToDictionaryAsync(w => w.Word, w => w.Count, cancel);
        var words = asked.Select(a => a.Rarest(counts)).Where(w => w.Count > 0).ToList();
        if (words.Count == 0)
        {
            return [];
        }
        var isPostgres = db.Database.IsNpgsql();
        var table = ofPublic ? "publication_search" : "matter_search";
        var first = IdSource.First(since);
        var sql = new StringBuilder();
        var values = new List<object>();
        foreach (var (one, i) in words.Select((w, i) => (w, i)))
        {
            sql.Append(i == 0 ? "" : " UNION ").Append(isPostgres
                // The inner query cannot be turned into a walk down the ids.
                ? string.Create(CultureInfo.InvariantCulture,
                    $"(SELECT id AS \"Value\" FROM (SELECT id FROM {table} WHERE words @@ to_tsquery('simple', {{{i}}}) OFFSET 0) AS h WHERE id >= {first} ORDER BY id DESC LIMIT {MostEach})")
                : string.Create(CultureInfo.InvariantCulture,
                    $"SELECT * FROM (SELECT rowid AS \"Value\" FROM {table} WHERE {table} MATCH {{{i}}} AND rowid >= {first} ORDER BY rowid DESC LIMIT {MostEach})"));
            values.Add(isPostgres ? string.Join(" | ", one.Select(w => $"'{w}'")) : string.Join(" OR ", one.Select(w => $"\"{w}\"")));
        }
        return await db.Database.SqlQueryRaw<long>(sql.ToString(), [.. values]).ToListAsync(cancel);
    }
}
