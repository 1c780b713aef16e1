using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>From the first to the last day, or open; the seconded have a home unit, from which they come and to which they return.</summary>
internal sealed record GiveRole(
    long PersonId, Role Role, long UnitId, DateOnly From, DateOnly? To = null, AssignmentKind Kind = AssignmentKind.Regular, long? HomeUnitId = null);

internal sealed class GiveRoleHandler(OrganisationWriter writer, Offices offices)
{
    /// <param name="command">What is asked.</param>
    /// <param name="held">Roles that the person has or had.</param>
    /// <param name="offices">Units.</param>
    /// <param name="id">For the new assignment.</param>
    public static Outcome<RoleAssignment> Decide(GiveRole command, IReadOnlyList<RoleAssignment> held, OfficesSnapshot offices, long id)
    {
        if (!Permissions.Roles.Contains(command.Role))
        {
            return new RoleNotForPeople();
        }
        if (command.To < command.From)
        {
            return new PeriodBackwards("To");
        }
        if (offices.Unit(command.UnitId) is not { } unit)
        {
            return new UnknownUnit("UnitId");
        }
        if (!unit.IsValidOn(command.To ?? command.From))
        {
            return new UnitNotThere("UnitId");
        }
        if (command.Kind == AssignmentKind.Seconded && (command.HomeUnitId is not { } home || offices.Unit(home) is null))
        {
            return new HomeUnitNeeded();
        }
        if (held.Any(r => r.EndedAt is null && r.Role == command.Role && r.UnitId == command.UnitId && Overlap(r, command)))
        {
            return new RoleHeldAlready();
        }
        return new RoleAssignment
        {
            Id = id,
            PersonId = command.PersonId,
            Role = command.Role,
            UnitId = command.UnitId,
            From = command.From,
            To = command.To,
            Kind = command.Kind,
            HomeUnitId = command.Kind == AssignmentKind.Seconded ? command.HomeUnitId : null,
        };
    }

    public async Task<Outcome<long>> HandleAsync(GiveRole command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople, offices.Current.Unit(command.UnitId)?.Path))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<long>(act, async work =>
        {
            if (!await work.Db.Set<Person>().AnyAsync(p => p.Id == command.PersonId, cancel))
            {
                return new NotFound("person");
            }
            var held = await work.Db.Set<RoleAssignment>().Where(r => r.PersonId == command.PersonId).ToListAsync(cancel);
            return Decide(command, held, offices.Current, act.NewId()).Then(given =>
            {
                Apply(given, offices.Current, work);
                return given.Id;
            });
        }, cancel);
    }

    internal static void Apply(RoleAssignment given, OfficesSnapshot offices, Work work)
    {
        work.Db.Add(given);
        work.Record(EntryOf(given, offices), new Subject("person", given.PersonId));
    }

    internal static RoleGivenV1 EntryOf(RoleAssignment given, OfficesSnapshot offices) => new(
        given.Role, new Code(offices.Unit(given.UnitId)!.Code), given.Kind, given.From, given.To,
        given.HomeUnitId is { } home ? new Code(offices.Unit(home)!.Code) : null);

    private static bool Overlap(RoleAssignment a, GiveRole b) =>
        (b.To is not { } bTo || a.From <= bTo) && (a.To is not { } aTo || b.From <= aTo);
}
