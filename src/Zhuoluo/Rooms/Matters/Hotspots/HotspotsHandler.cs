using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Hotspots;

/// <summary>A place and topic of a month for a unit, with a plan and a day; given again it changes hands.</summary>
internal sealed record GiveHotspot(int Month, string TownCode, string CategoryCode, long UnitId, string Plan, DateOnly DueOn)
{
    public const int LongestPlan = 1000;
}

internal sealed record FinishHotspot(long HotspotId, string Result);

internal sealed record HotspotIsDone() : Refusal("hotspot-done")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Gives the cause behind many matters to somebody, and records what was done about it.</summary>
internal sealed class HotspotsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(GiveHotspot command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => GiveAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(FinishHotspot command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => FinishAsync(work, command, cancel), cancel);

    private async Task<Outcome<long>> GiveAsync(Work work, GiveHotspot command, CancellationToken cancel)
    {
        var act = work.Act;
        if (!Permissions.May(act.Who, Capability.ManageHotspots))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Plan, nameof(command.Plan), GiveHotspot.LongestPlan).IsRefused(out var refusal, out var plan))
        {
            return refusal;
        }
        if (plan is null || command.DueOn <= LocalDay.Of(act.At))
        {
            return plan is null ? new Missing(nameof(command.Plan)) : new NotInTheFuture(nameof(command.DueOn));
        }
        if (offices.Current.Unit(command.UnitId) is not { } unit || Code.OrNull(command.TownCode) is not { } town || Code.OrNull(command.CategoryCode) is not { } topic
            || command.Month is < 190001 or > 220012 || command.Month % 100 is < 1 or > 12)
        {
            return new UnknownValue(nameof(command.UnitId));
        }
        var hotspot = await work.Db.Set<Hotspot>().SingleOrDefaultAsync(h => h.Month == command.Month && h.TownCode == command.TownCode && h.CategoryCode == command.CategoryCode, cancel);
        if (hotspot?.DoneOn is not null)
        {
            return new HotspotIsDone();
        }
        if (hotspot is null)
        {
            hotspot = new Hotspot
            {
                Id = act.NewId(),
                Month = command.Month,
                TownCode = command.TownCode,
                CategoryCode = command.CategoryCode,
                UnitId = unit.Id,
                Plan = plan,
                DueOn = command.DueOn,
                SetAt = act.At,
                SetByName = act.Who.Name,
            };
            work.Db.Add(hotspot);
        }
        (hotspot.UnitId, hotspot.Plan, hotspot.DueOn, hotspot.SetAt, hotspot.SetByName) = (unit.Id, plan, command.DueOn, act.At, act.Who.Name);
        work.Record(new HotspotGivenV1(command.Month, town, topic, Code.OrNull(unit.Code), command.DueOn), new Subject("hotspot", hotspot.Id));
        return hotspot.Id;
    }

    private async Task<Outcome<Done>> FinishAsync(Work work, FinishHotspot command, CancellationToken cancel)
    {
        if (await work.Db.Set<Hotspot>().SingleOrDefaultAsync(h => h.Id == command.HotspotId, cancel) is not { } hotspot)
        {
            return new NotFound("hotspot");
        }
        var unit = offices.Current.Unit(hotspot.UnitId);
        // The unit that has it reports; who gave it may too.
        if (!Permissions.May(work.Act.Who, Capability.ManageHotspots) && !Permissions.May(work.Act.Who, Capability.AnswerMatter, unit?.Path ?? "/"))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Result, nameof(command.Result), GiveHotspot.LongestPlan).IsRefused(out var refusal, out var result))
        {
            return refusal;
        }
        if (result is null || hotspot.DoneOn is not null)
        {
            return result is null ? new Missing(nameof(command.Result)) : new HotspotIsDone();
        }
        (hotspot.DoneOn, hotspot.Result) = (LocalDay.Of(work.Act.At), result);
        work.Record(new HotspotDoneV1(hotspot.Month, new Code(hotspot.TownCode), new Code(hotspot.CategoryCode), Code.OrNull(unit?.Code)), new Subject("hotspot", hotspot.Id));
        return Done.Value;
    }
}
