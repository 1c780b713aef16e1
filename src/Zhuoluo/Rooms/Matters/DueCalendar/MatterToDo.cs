using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>Matters of the own units that are near or late, and the days on which they fall due.</summary>
internal sealed class MatterToDo(Texts texts) : IToDo
{
    public async Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var units = ask.Units(Capability.SignMatter);
        if (units.Count == 0)
        {
            return ToDoPart.None(ToDoKind.Matter);
        }
        var now = ask.At;
        var due = Sight.Of(ask.Who, ask.Offices).Seen(db)
            .Where(m => m.LeadUnitId != null && units.Contains(m.LeadUnitId.Value) && m.IsOpen && !m.IsPaused && m.State != MatterState.Suspended && (m.NearAt <= now || m.DueAt <= now) && m.DueAt != null);
        var rows = await MatterRow.From(due.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(ask.Most)).ToListAsync(cancel);
        return new ToDoPart(
            ToDoKind.Matter,
            rows.ConvertAll(r => new ToDoLine(
                r.Id, ToDoKind.Matter, $"{r.Number} {texts.Show(r.Title)}", "/matters/" + r.Number, r.LeadUnitId, RowsShown.DayOf(r.DueAt!.Value), texts.Name(r.LightAt(now)), r.LightAt(now) == Light.Red ? "bad" : "wait")),
            await due.LongCountAsync(cancel));
    }

    public async Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        var viewer = new Viewer(ask.Who, ask.At, ask.Offices);
        return [.. (await new DueQuery(db).NearestAsync(viewer, await Catalogue.LoadAsync(db, cancel), ask.Most, cancel)).Select(r => new ToDoDay(
            "due-" + r.Number, RowsShown.DayOf(r.DueAt!.Value), $"{r.Number} {texts.Unit(ask.Offices, r.LeadUnitId)} {texts.Name(r.LightAt(ask.At))}", "/matters/" + r.Number, r.RegisteredAt))];
    }
}
