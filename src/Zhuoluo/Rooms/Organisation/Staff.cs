using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// Who of the staff acts with which roles. What it read of a person is kept until the room's version moves on, so that a
/// request of somebody signed in costs no query; periods are looked at anew for each act.
/// </summary>
internal sealed class Staff(IDbContextFactory<ZhuoluoContext> reads, Offices offices)
{
    private readonly ConcurrentDictionary<long, Known> _known = new();

    /// <summary>The person at that instant, or null when unknown, not active, or holding another stamp than the session's (null: none is asked for).</summary>
    public async Task<OnDuty?> OnDutyAsync(long personId, string? stamp, DateTimeOffset at, CancellationToken cancel)
    {
        var current = offices.Current;
        if (!_known.TryGetValue(personId, out var known) || known.Version != current.Version)
        {
            known = await LoadAsync(personId, current.Version, cancel);
            _known[personId] = known;
        }
        return known.Person is { IsActive: true } person && (stamp is null || person.SecurityStamp == stamp)
            ? Shown(person, known, ActorOf(person, known.Roles, current, at))
            : null;
    }

    /// <summary>A person as actor, whoever asks: for sign-in, for tests and for handing a matter to somebody.</summary>
    public async Task<Actor?> ActorAsync(long personId, DateTimeOffset at, CancellationToken cancel)
    {
        var known = await LoadAsync(personId, 0, cancel);
        return known.Person is { } person ? ActorOf(person, known.Roles, offices.Current, at) : null;
    }

    public static Actor ActorOf(Person person, IReadOnlyList<RoleAssignment> roles, OfficesSnapshot offices, DateTimeOffset at)
    {
        var today = LocalDay.Of(at);
        var held = roles.Where(r => r.IsHeldOn(today)).OrderBy(r => r.Kind).ThenBy(r => r.Id).ToList();
        var grants = held
            .Select(r => (Assignment: r, Unit: offices.Unit(r.UnitId)))
            .Where(x => x.Unit is { } unit && unit.IsValidOn(today))
            .Select(x => new Grant(x.Assignment.Role, x.Unit!.Path, x.Unit.Id))
            .ToList();
        var office = grants.Count > 0 ? offices.Unit(grants[0].UnitId!.Value)!.Code : "staff";
        return new Actor(ActorKind.Staff, person.Id, person.Name, office, grants);
    }

    private static OnDuty Shown(Person person, Known known, Actor actor) => new(
        actor, person.MustChangePassword, known.HasSecondFactor,
        MustEnrol: !known.HasSecondFactor && !person.IsProgram && actor.Grants.Any(g => known.Rule.Asks(g.Role)));

    private async Task<Known> LoadAsync(long personId, long version, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return new Known(
            version,
            await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, cancel),
            await db.Set<RoleAssignment>().Where(r => r.PersonId == personId).ToListAsync(cancel),
            await Factors.AnyAsync(db, personId, cancel),
            await db.Set<SignInRule>().SingleAsync(cancel));
    }

    private sealed record Known(long Version, Person? Person, IReadOnlyList<RoleAssignment> Roles, bool HasSecondFactor, SignInRule Rule);
}

/// <summary>Who is signed in.</summary>
/// <param name="Actor">With the roles held now.</param>
/// <param name="MustChangePassword">Nothing else may be done before.</param>
/// <param name="HasSecondFactor">An authenticator or a passkey.</param>
/// <param name="MustEnrol">A role held asks for a second factor and there is none yet.</param>
internal sealed record OnDuty(Actor Actor, bool MustChangePassword, bool HasSecondFactor, bool MustEnrol);
