using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SaveSeat;

internal sealed record GiveSeat(long UnitId, string Name, string Post, SeatRank Rank, DateOnly From, DateOnly? To);

internal sealed record EndSeat(long Id, DateOnly On);

/// <summary>Only leading groups and their offices have seats.</summary>
internal sealed record NoSeatsThere() : Refusal("no-seats-there")
{
    public override string? Field => "UnitId";
}

/// <summary>A group has one head at a time (A01).</summary>
internal sealed record HeadIsThere() : Refusal("head-is-there")
{
    public override string? Field => "Rank";
}

internal sealed class SaveSeatHandler(OrganisationWriter writer, Offices offices)
{
    public static Outcome<Seat> Decide(GiveSeat command, Unit? unit, IReadOnlyList<Seat> there, long id) =>
        unit is null ? new UnknownUnit("UnitId")
        : unit.Kind is not (UnitKind.LeadingGroup or UnitKind.CampaignOffice) ? new NoSeatsThere()
        : LineRules.RefuseName(command.Name.Trim()) is not null ? new Missing("Name")
        : LineRules.RefuseName(command.Post.Trim()) is not null ? new Missing("Post")
        : command.To < command.From ? new PeriodBackwards("To")
        : command.Rank == SeatRank.Head && there.Any(s => s.Rank == SeatRank.Head && (s.To is not { } last || last >= command.From) && (command.To is not { } to || s.From <= to)) ? new HeadIsThere()
        : new Seat { Id = id, UnitId = command.UnitId, Name = command.Name.Trim(), Post = command.Post.Trim(), Rank = command.Rank, From = command.From, To = command.To };

    public Task<Outcome<long>> HandleAsync(GiveSeat command, Act act, CancellationToken cancel) => WriteAsync(act, async work =>
    {
        var unit = offices.Current.Unit(command.UnitId);
        var there = await work.Db.Set<Seat>().Where(s => s.UnitId == command.UnitId).ToListAsync(cancel);
        return Decide(command, unit, there, act.NewId()).Then(seat =>
        {
            work.Db.Add(seat);
            work.Record(new SeatGivenV1(new Code(unit!.Code), seat.Rank, seat.From), new Subject("unit", unit.Id));
            return seat.Id;
        });
    }, cancel);

    public Task<Outcome<long>> HandleAsync(EndSeat command, Act act, CancellationToken cancel) => WriteAsync(act, async work =>
    {
        if (await work.Db.Set<Seat>().SingleOrDefaultAsync(s => s.Id == command.Id, cancel) is not { } seat)
        {
            return new NotFound("seat");
        }
        if (command.On < seat.From)
        {
            return new PeriodBackwards("On");
        }
        work.Db.Entry(seat).CurrentValues.SetValues(seat with { To = command.On });
        work.Record(new SeatEndedV1(new Code(offices.Current.Unit(seat.UnitId)!.Code), seat.Rank, command.On), new Subject("unit", seat.UnitId));
        return seat.UnitId;
    }, cancel);

    private async Task<Outcome<long>> WriteAsync(Act act, Func<Work, Task<Outcome<long>>> job, CancellationToken cancel) =>
        Permissions.May(act.Who, Capability.ManageOrganisation) ? await writer.WriteAsync(act, job, cancel) : new NotPermitted();
}
