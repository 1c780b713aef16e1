using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>Projects of the own units that are red or of which a report is missing, and the days promised for what is under way.</summary>
internal sealed class ProjectToDo(Texts texts) : IToDo
{
    public async Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var units = ask.Units(Capability.HandleProject);
        if (units.Count == 0)
        {
            return ToDoPart.None(ToDoKind.Project);
        }
        var wanting = UnderWay(db, units).Where(p => p.Light == ProjectLight.Red || (p.Causes & LightCause.Silence) != 0);
        var rows = await ProjectLine.From(wanting.OrderBy(p => p.PlannedFinish).ThenBy(p => p.Id).Take(ask.Most)).ToListAsync(cancel);
        return new ToDoPart(ToDoKind.Project, rows.ConvertAll(LineOf), await wanting.LongCountAsync(cancel));
    }

    public async Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var units = ask.Units(Capability.HandleProject);
        if (units.Count == 0)
        {
            return [];
        }
        var rows = await UnderWay(db, units).OrderBy(p => p.PlannedFinish).ThenBy(p => p.Id).Take(ask.Most)
            .Select(p => new { p.Number, p.LeadUnitId, p.PlannedFinish, p.Light, p.UpdatedAt }).ToListAsync(cancel);
        return rows.ConvertAll(p => new ToDoDay(
            "promise-" + p.Number, p.PlannedFinish, $"{p.Number} {texts.UnitName(ask.Offices, p.LeadUnitId)} {texts["todo.promised"]} {texts.Said("light", p.Light)}", "/projects/" + p.Number, p.UpdatedAt));
    }

    private ToDoLine LineOf(ProjectLine p)
    {
        var isSilent = p.Causes.HasFlag(LightCause.Silence);
        var state = p.Light == ProjectLight.Red ? texts.Said("light", p.Light) : texts["todo.no-report"];
        var address = "/projects/" + p.Number;
        return new ToDoLine(p.Id, ToDoKind.Project, $"{p.Number} {texts.Show(p.Name)}", isSilent ? address + "/report" : address, p.LeadUnitId, p.PlannedFinish,
            isSilent && p.Light == ProjectLight.Red ? state + texts["refusal.list-comma"] + texts["todo.no-report"] : state, p.Light == ProjectLight.Red ? "bad" : "wait");
    }

    private static IQueryable<Project> UnderWay(ZhuoluoContext db, IReadOnlyList<long> units) => db.Set<Project>().AsNoTracking()
        .Where(p => units.Contains(p.LeadUnitId) && (p.State == ProjectState.Listed || p.State == ProjectState.Started || p.State == ProjectState.PartBuilt));
}
