using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>The templates that fit a matter, filled from it: of its lead unit and those above, for its topic and those above.</summary>
internal sealed class TemplateChoice(ZhuoluoContext db, Offices offices)
{
    public async Task<IReadOnlyList<FilledTemplate>> ForAsync(Matter matter, DateOnly today, CancellationToken cancel)
    {
        var templates = await db.Set<ReplyTemplate>().Where(t => t.IsCurrent).OrderBy(t => t.Name).ToListAsync(cancel);
        if (templates.Count == 0)
        {
            return [];
        }
        var categories = await db.Set<Category>().ToDictionaryAsync(c => c.Code, cancel);
        var topics = new List<string>();
        for (var code = matter.CategoryCode; code is not null && !topics.Contains(code); code = categories.GetValueOrDefault(code)?.ParentCode)
        {
            topics.Add(code);
        }
        var path = matter.LeadUnitId is { } lead ? offices.Current.Unit(lead)?.Path ?? "" : "";
        var values = Values(matter, topics.Count > 0 ? categories.GetValueOrDefault(topics[0])?.Name : null, today);
        return [.. templates
            .Where(t => t.UnitId is not { } unit || (offices.Current.Unit(unit) is { } of && path.StartsWith(of.Path, StringComparison.Ordinal)))
            .Where(t => t.CategoryCode is null || topics.Contains(t.CategoryCode))
            .Select(t => new FilledTemplate(t.Id, t.Name, TemplateText.Fill(t.Text, values)))];
    }

    private Dictionary<string, string> Values(Matter matter, string? category, DateOnly today) => new(StringComparer.Ordinal)
    {
        ["number"] = matter.Number,
        ["title"] = matter.Title,
        ["unit"] = matter.LeadUnitId is { } id ? offices.Current.Unit(id)?.Name ?? "" : "",
        ["place"] = offices.Current.Place(matter.PlaceCode)?.Name ?? "",
        ["category"] = category ?? "",
        ["day"] = today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        ["raised"] = matter.OpenedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
    };
}

internal sealed record FilledTemplate(long Id, string Name, string Text);
