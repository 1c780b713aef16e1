using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.EndTerm;

/// <summary>
/// A term ends and the successor takes over what is open: no gap in duty (A07). The successor gets the same role over the same
/// unit from the same day unless it is held already.
/// </summary>
internal sealed record EndTerm(long AssignmentId, DateOnly On, long? SuccessorId);

/// <summary>How many things changed hands.</summary>
internal sealed record TermEnded(int HandedOver);

internal sealed record TermOverAlready() : Refusal("term-over-already");

/// <summary>A term ends today or ended before; one that ends later has its last day in the assignment.</summary>
internal sealed record TermEndsLater() : Refusal("term-ends-later")
{
    public override string? Field => "On";
}

internal sealed record SuccessorNeeded(int Open) : Refusal("successor-needed")
{
    public override string? Field => "SuccessorId";
    public override IReadOnlyList<object> Arguments => [Open];
}

internal sealed record SuccessorIsSame() : Refusal("successor-is-same")
{
    public override string? Field => "SuccessorId";
}

/// <summary>Somebody must stay who can give roles.</summary>
internal sealed record LastAdministrator() : Refusal("last-administrator");

internal sealed class EndTermHandler(OrganisationWriter writer, Offices offices, HandOverList handOver)
{
    public static Refusal? Decide(EndTerm command, RoleAssignment ending, int open, bool successorIsThere, int otherAdministrators, DateOnly today) =>
        ending.EndedAt is not null ? new TermOverAlready()
        : command.On > today ? new TermEndsLater()
        : command.On < ending.From ? new PeriodBackwards("On")
        : command.SuccessorId == ending.PersonId ? new SuccessorIsSame()
        : open > 0 && command.SuccessorId is null ? new SuccessorNeeded(open)
        : command.SuccessorId is not null && !successorIsThere ? new NotFound("person")
        : ending.Role == Role.Administrator && otherAdministrators == 0 && command.SuccessorId is null ? new LastAdministrator()
        : null;

    public async Task<Outcome<TermEnded>> HandleAsync(EndTerm command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<TermEnded>(act, async work =>
        {
            var today = LocalDay.Of(act.At);
            if (await work.Db.Set<RoleAssignment>().SingleOrDefaultAsync(r => r.Id == command.AssignmentId, cancel) is not { } ending)
            {
                return new NotFound("role");
            }
            var open = await handOver.HoldsAsync(work.Db, ending, cancel);
            var isThere = await work.Db.Set<Person>().AnyAsync(p => p.Id == command.SuccessorId && p.IsActive, cancel);
            var administrators = (await work.Db.Set<RoleAssignment>().Where(r => r.Role == Role.Administrator && r.Id != ending.Id).ToListAsync(cancel)).Count(r => r.IsHeldOn(today));
            return Decide(command, ending, open.Count, isThere, administrators, today) is { } refusal ? refusal : await ApplyAsync(command, ending, work, cancel);
        }, cancel);
    }

    private async Task<Outcome<TermEnded>> ApplyAsync(EndTerm command, RoleAssignment ending, Work work, CancellationToken cancel)
    {
        var (handedOver, subject) = (0, new Subject("person", ending.PersonId));
        if (command.SuccessorId is { } successor)
        {
            var held = await work.Db.Set<RoleAssignment>().Where(r => r.PersonId == successor).ToListAsync(cancel);
            var given = GiveRoleHandler.Decide(
                new GiveRole(successor, ending.Role, ending.UnitId, LocalDay.Of(work.Act.At)), held, offices.Current, work.Act.NewId());
            if (!given.IsRefused(out var refusal, out var assignment))
            {
                GiveRoleHandler.Apply(assignment, offices.Current, work);
            }
            else if (refusal is not RoleHeldAlready)
            {
                return refusal;
            }
            handedOver = await handOver.PassAsync(work, ending, successor, cancel);
        }
        work.Db.Entry(ending).CurrentValues.SetValues(ending with { To = command.On, EndedAt = work.Act.At });
        work.Record(new RoleEndedV1(ending.Role, new Code(offices.Current.Unit(ending.UnitId)!.Code), command.On, handedOver), subject);
        return new TermEnded(handedOver);
    }
}
