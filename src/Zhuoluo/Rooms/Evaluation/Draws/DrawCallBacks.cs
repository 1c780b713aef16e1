using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>Draws the matters of a month to call about.</summary>
/// <param name="Month">The month of closing, e.g. 202602; it must be over.</param>
/// <param name="Seed">Something public that nobody could choose beforehand, such as a lottery's number; null lets the server roll one.</param>
internal sealed record DrawCallBacks(int Month, string? Seed);

/// <summary>Nobody draws until the result is liked.</summary>
internal sealed record DrawnAlready() : Refusal("drawn-already")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record MonthNotOver() : Refusal("month-not-over")
{
    public override string? Field => "Month";
}

internal sealed record NothingToDraw() : Refusal("nothing-to-draw")
{
    public override string? Field => "Month";
}

internal sealed record SeedUnreadable() : Refusal("seed-unreadable")
{
    public override string? Field => "Seed";
}

internal sealed class DrawCallBacksHandler(Writer writer)
{
    private const int SeedLength = 12;

    public Task<Outcome<CallDraw>> HandleAsync(DrawCallBacks command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => DrawAsync(work, command, cancel), cancel);

    private static async Task<Outcome<CallDraw>> DrawAsync(Work work, DrawCallBacks command, CancellationToken cancel)
    {
        if (Refuse(command, work.Act) is { } refusal)
        {
            return refusal;
        }
        if (await work.Db.Set<CallDraw>().AnyAsync(d => d.Month == command.Month, cancel))
        {
            return new DrawnAlready();
        }
        var period = new RatePeriod(command.Month, command.Month);
        // Confidential matters are called about by their own circle and stand in no public list.
        var closed = await work.Db.Set<Matter>().AsNoTracking()
            .Where(m => m.State == MatterState.Closed && !m.IsConfidential && m.LeadUnitId != null && m.ClosedOn >= period.First && m.ClosedOn <= period.Last)
            .Select(m => new { m.Id, m.Number, m.Round, m.LeadUnitId }).ToDictionaryAsync(m => m.Number, cancel);
        if (closed.Count == 0)
        {
            return new NothingToDraw();
        }
        var permille = (await RateDefinitions.AllAsync(work.Db, cancel)).On(period.Last).DrawShare * 10;
        var seed = command.Seed?.Trim() ?? work.Act.Chance.Code(SeedLength);
        var numbers = DrawOrder.Join(closed.Keys);
        var picked = DrawOrder.Of(seed, closed.Keys).Take(DrawOrder.Size(closed.Count, permille)).ToList();
        var draw = new CallDraw
        {
            Id = work.Act.NewId(),
            Month = command.Month,
            Seed = seed,
            Digest = DrawOrder.Digest(numbers),
            Permille = permille,
            Population = closed.Count,
            Picked = picked.Count,
            Numbers = numbers,
            DrawnAt = work.Act.At,
            DrawnByName = work.Act.Who.Name,
        };
        work.Db.Add(draw);
        work.Db.AddRange(picked.Select((number, i) => new CallPick
        {
            Id = work.Act.NewId(),
            DrawId = draw.Id,
            Place = i + 1,
            MatterId = closed[number].Id,
            Round = closed[number].Round,
            UnitId = closed[number].LeadUnitId,
            Month = draw.Month,
            State = PickState.Waiting,
        }));
        work.Record(new DrawMadeV1(draw.Month, draw.Population, draw.Picked, new Code(seed), new Code(draw.Digest)), new Subject("draw", draw.Id));
        return draw;
    }

    private static Refusal? Refuse(DrawCallBacks command, Act act) =>
        !Permissions.May(act.Who, Capability.DrawCallBacks) ? new NotPermitted()
        : command.Month % 100 is < 1 or > 12 || command.Month / 100 is < 2000 or > 2100 || command.Month >= RatePeriod.Of(LocalDay.Of(act.At)) ? new MonthNotOver()
        : command.Seed is not null && Code.OrNull(command.Seed.Trim()) is null ? new SeedUnreadable()
        : null;
}
