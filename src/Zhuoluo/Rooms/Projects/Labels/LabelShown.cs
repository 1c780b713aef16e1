using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects.Labels;

/// <summary>A label with its numbers and members, and whether they agree.</summary>
internal sealed record LabelShown(SchemeLabel Label, IReadOnlyList<GroupShown> Groups)
{
    public bool Agrees => Groups.All(g => g.Agrees);

    /// <summary>All of them, the ones that hold first; three queries, and what is tagged in two more.</summary>
    public static async Task<IReadOnlyList<LabelShown>> ReadAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        var labels = await db.Set<SchemeLabel>().AsNoTracking().OrderBy(l => l.EndedOn != null).ThenBy(l => l.Code).ToListAsync(cancel);
        var groups = (await db.Set<LabelGroup>().AsNoTracking().OrderBy(g => g.Serial).ToListAsync(cancel)).ToLookup(g => g.LabelId);
        var members = (await db.Set<LabelMember>().AsNoTracking().OrderBy(m => m.Serial).ToListAsync(cancel)).ToLookup(m => m.GroupId);
        var tags = members.SelectMany(m => m).Select(m => m.Tag).OfType<string>().Distinct().ToList();
        var projects = tags.Count == 0 ? [] : await db.Set<Project>().Where(p => p.FieldCode != null && tags.Contains(p.FieldCode)).GroupBy(p => p.FieldCode!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var agreements = tags.Count == 0 ? [] : await db.Set<Agreement>().Where(a => a.Field != null && tags.Contains(a.Field)).GroupBy(a => a.Field!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. labels.Select(l => new LabelShown(l,
            [.. groups[l.Id].Select(g => new GroupShown(g, [.. members[g.Id].Select(m => new MemberShown(m, projects.GetValueOrDefault(m.Tag ?? ""), agreements.GetValueOrDefault(m.Tag ?? "")))]))]))];
    }
}

internal sealed record GroupShown(LabelGroup Group, IReadOnlyList<MemberShown> Members)
{
    /// <summary>As many members as the label says, or declared open.</summary>
    public bool Agrees => Group.IsOpen || Group.Stated == Members.Count;
}

internal sealed record MemberShown(LabelMember Member, int Projects, int Agreements);
