using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>
/// An inverted index of PostgreSQL has no order. Hits of a rare word are collected and sorted; those of a usual word are met again and again
/// when one walks down from the newest matter. Which of the two is decided here, by the number of hits, and the statements are written so that
/// no plan can do the other: the planner cannot know how usual a word is.
/// </summary>
internal static class PostgresHits
{
    // Walking meets the n-th hit after total/hits * n rows; collecting reads each hit once. They cost alike near this multiple of the square root.
    private const int Balance = 5;
    private const int LargestStep = 50_000;

    public static async Task<Hits> FindAsync(ZhuoluoContext db, SearchQuery query, int limit, int skip, long before, CancellationToken cancel)
    {
        var terms = query.TsQuery;
        var pair = query.OnlyPair ?? "";
        var known = await db.Set<SearchWord>().Where(w => w.Word == "" || w.Word == pair).ToDictionaryAsync(w => w.Word, w => w.Count, cancel);
        var all = known.GetValueOrDefault("");
        var total = pair.Length > 0 ? known.GetValueOrDefault(pair)
            : (await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM matter_search WHERE words @@ to_tsquery('simple', {terms})").ToListAsync(cancel))[0];
        if (total == 0)
        {
            return new Hits([], 0);
        }
        var needed = limit + skip;
        return new Hits(
            total <= Math.Max(needed, Balance * (long)Math.Sqrt(all))
                ? await CollectAsync(db, terms, limit, skip, before, cancel)
                : await WalkAsync(db, terms, limit, skip, before, (int)Math.Min(LargestStep, 2 * (all / total + 1) * needed), cancel),
            total);
    }

    private static Task<List<long>> CollectAsync(ZhuoluoContext db, string terms, int limit, int skip, long before, CancellationToken cancel) =>
        db.Database.SqlQuery<long>($"""
            WITH hit AS MATERIALIZED (SELECT id FROM matter_search WHERE words @@ to_tsquery('simple', {terms}))
            SELECT id AS "Value" FROM hit WHERE id < {before} ORDER BY id DESC LIMIT {limit} OFFSET {skip}
            """).ToListAsync(cancel);

    private static async Task<List<long>> WalkAsync(ZhuoluoContext db, string terms, int limit, int skip, long before, int step, CancellationToken cancel)
    {
        var found = new List<long>();
        while (found.Count < limit + skip)
        {
            // The newest rows first, whatever they hold; the last row is the mark from which the next step goes on.
            var rows = await db.Database.SqlQuery<WalkedRow>($"""
                WITH walked AS MATERIALIZED (SELECT id, words FROM matter_search WHERE id < {before} ORDER BY id DESC LIMIT {step})
                SELECT id AS "Id", true AS "IsHit" FROM walked WHERE words @@ to_tsquery('simple', {terms})
                UNION ALL SELECT min(id), false FROM walked HAVING count(*) = {step}
                """).ToListAsync(cancel);
            found.AddRange(rows.Where(r => r.IsHit).Select(r => r.Id).OrderDescending());
            if (rows.FirstOrDefault(r => !r.IsHit) is not { } last)
            {
                break;
            }
            before = last.Id;
            step = Math.Min(LargestStep, step * 2);
        }
        return [.. found.Skip(skip).Take(limit)];
    }

    internal sealed record WalkedRow(long Id, bool IsHit);
}
