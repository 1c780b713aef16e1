using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Elements;

/// <summary>Needs that the own units are to see to, by their day.</summary>
internal sealed class NeedsToDo(Texts texts) : IToDo
{
    public async Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var units = ask.Units(Capability.HandleProject);
        if (units.Count == 0)
        {
            return ToDoPart.None(ToDoKind.Need);
        }
        var open = Open(db, units);
        var rows = await open.OrderBy(n => n.DueOn).ThenBy(n => n.Id).Take(ask.Most).Join(db.Set<Project>(), n => n.ProjectId, p => p.Id, (n, p) => new { Need = n, p.Number }).ToListAsync(cancel);
        return new ToDoPart(
            ToDoKind.Need,
            [.. rows.OrderBy(r => r.Need.DueOn).ThenBy(r => r.Need.Id).Select(r => new ToDoLine(
                r.Need.Id, ToDoKind.Need, $"{texts.Said("need.kind", r.Need.Kind)} {texts.Show(r.Need.Text)}", $"/projects/{r.Number}/needs?need={r.Need.Id}", r.Need.UnitId, r.Need.DueOn,
                r.Need.IsOverdue(ask.Today) ? texts["project.need.overdue"] : texts.Said("need.state", r.Need.State), r.Need.IsOverdue(ask.Today) ? "bad" : "busy"))],
            await open.LongCountAsync(cancel));
    }

    public async Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var units = ask.Units(Capability.HandleProject);
        if (units.Count == 0)
        {
            return [];
        }
        var rows = await Open(db, units).OrderBy(n => n.DueOn).ThenBy(n => n.Id).Take(ask.Most).Join(db.Set<Project>(), n => n.ProjectId, p => p.Id, (n, p) => new { Need = n, p.Number }).ToListAsync(cancel);
        return rows.ConvertAll(r => new ToDoDay(
            $"need-{r.Need.Id}", r.Need.DueOn, $"{r.Number} {texts.UnitName(ask.Offices, r.Need.UnitId)} {texts["project.need.menu"]} {texts.Said("need.kind", r.Need.Kind)}", $"/projects/{r.Number}/needs", r.Need.UpdatedAt));
    }

    private static IQueryable<ElementNeed> Open(ZhuoluoContext db, IReadOnlyList<long> units) =>
        db.Set<ElementNeed>().AsNoTracking().Where(n => n.State == NeedState.Assigned && n.UnitId != null && units.Contains(n.UnitId.Value));
}
