using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ToDo;

/// <summary>Decisions to carry out, of those units for which somebody answers.</summary>
internal sealed class DecisionsToDo(Texts texts) : IToDo
{
    public async Task<ToDoPart> NowAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel)
    {
        if (Of(db, ask) is not { } decisions)
        {
            return ToDoPart.None(ToDoKind.Decision);
        }
        var rows = await decisions.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(ask.Most).ToListAsync(cancel);
        return new ToDoPart(
            ToDoKind.Decision,
            rows.ConvertAll(d => new ToDoLine(
                d.Id, ToDoKind.Decision, texts.Show(d.Text), $"/rhythm/meetings/{d.MeetingId}#decision-{d.Serial}", d.UnitId, d.DueOn, texts.State(d.StateOn(ask.Today)), d.StateOn(ask.Today).Tone())),
            await decisions.LongCountAsync(cancel));
    }

    public async Task<IReadOnlyList<ToDoDay>> DaysAsync(ZhuoluoContext db, ToDoAsk ask, CancellationToken cancel) =>
        Of(db, ask) is not { } decisions ? []
        : (await decisions.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(ask.Most).ToListAsync(cancel)).ConvertAll(d => new ToDoDay(
            $"decision-{d.Id}", d.DueOn, $"{texts["rhythm.decision"]} {texts.UnitName(ask.Offices, d.UnitId)} {texts.State(d.StateOn(ask.Today))}", $"/rhythm/meetings/{d.MeetingId}", BeatsToDo.StartOf(d.MadeOn)));

    private static IQueryable<Decision>? Of(ZhuoluoContext db, ToDoAsk ask)
    {
        var open = db.Set<Decision>().AsNoTracking().Where(d => d.DoneOn == null);
        return RhythmScope.UnitsOf(ask.Who, ask.Offices) switch
        {
            null => open,
            { Count: 0 } => null,
            var units => open.Where(d => units.Contains(d.UnitId)),
        };
    }
}
