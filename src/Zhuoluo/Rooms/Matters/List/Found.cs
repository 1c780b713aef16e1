using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>What was looked for, and the texts of the rows in which it may stand: one query for a page of the list.</summary>
internal sealed record Found(SearchQuery Query, IReadOnlyDictionary<long, string> Texts)
{
    /// <summary>Characters shown around a hit.</summary>
    public const int Shown = 60;

    public static async Task<Found?> LoadAsync(ZhuoluoContext db, SearchQuery? query, IReadOnlyList<MatterRow> rows, CancellationToken cancel)
    {
        if (query is null || query.IsEmpty || rows.Count == 0)
        {
            return null;
        }
        var ids = rows.Select(r => r.Id).ToList();
        return new Found(query, await db.Set<MatterText>().Where(t => ids.Contains(t.MatterId))
            .ToDictionaryAsync(t => t.MatterId, t => t.PlaceText is { Length: > 0 } where ? t.Text + "\n" + where : t.Text, cancel));
    }

    /// <summary>The text of a row where its title does not show every word already.</summary>
    public string? TextBeside(MatterRow row) =>
        Query.Terms.Count(t => !t.IsExcluded) > 1 || SearchMarks.Find(row.Title, Query).Count == 0 ? Texts.GetValueOrDefault(row.Id) : null;
}
