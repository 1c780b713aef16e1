using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

internal sealed record ImportPeople(IReadOnlyList<PersonLine> Lines);

/// <summary>A list of staff by login name: new people are added, known ones renamed, roles given that are not held yet. No role is taken away.</summary>
internal sealed class ImportPeopleHandler(OrganisationWriter writer, Offices offices, Passwords passwords)
{
    public async Task<Outcome<ListImported>> HandleAsync(ImportPeople command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        var hashes = command.Lines.Select(l => l.Password is { Length: > 0 } p ? passwords.Hash(p) : Passwords.None).ToList();
        return await writer.WriteAsync<ListImported>(act, async work =>
        {
            var known = await work.Db.Set<Person>().ToDictionaryAsync(p => p.LoginName, cancel);
            var held = (await work.Db.Set<RoleAssignment>().ToListAsync(cancel)).GroupBy(r => r.PersonId).ToDictionary(g => g.Key, g => g.ToList());
            var (added, changed, refused) = (0, 0, new List<LineRefused>());
            for (var i = 0; i < command.Lines.Count; i++)
            {
                var (line, login) = (command.Lines[i], LoginName.Normal(command.Lines[i].LoginName));
                var outcome = Decide(i, line, known.GetValueOrDefault(login), held, offices.Current, act);
                if (outcome.Refused is { } no)
                {
                    refused.Add(no);
                    continue;
                }
                if (!known.TryGetValue(login, out var person))
                {
                    person = AddPersonHandler.Make(new AddPerson(line.Name, login, line.Password, line.Phone, null, MustChangePassword: false), hashes[i], work);
                    known[login] = person;
                    work.Db.Add(person);
                    work.Record(new PersonAddedV1(new Code(offices.Current.Unit(outcome.Given!.UnitId)!.Code)), new Subject("person", person.Id));
                    added++;
                }
                else if (outcome.Given is not null || person.Name != line.Name.Trim())
                {
                    work.Db.Entry(person).CurrentValues.SetValues(person with { Name = line.Name.Trim() });
                    changed++;
                }
                if (outcome.Given is { } given)
                {
                    given = given with { PersonId = person.Id };
                    GiveRoleHandler.Apply(given, offices.Current, work);
                    held[person.Id] = [.. held.GetValueOrDefault(person.Id) ?? [], given];
                }
            }
            return new ListImported(added, changed, command.Lines.Count - refused.Count - added - changed, refused);
        }, cancel);
    }

    private static (LineRefused? Refused, RoleAssignment? Given) Decide(
        int i, PersonLine line, Person? person, Dictionary<long, List<RoleAssignment>> held, OfficesSnapshot offices, Act act)
    {
        var command = new AddPerson(line.Name, line.LoginName, line.Password is { Length: > 0 } p ? p : null, line.Phone, null);
        if (AddPersonHandler.Refuse(command) is { } refusal)
        {
            return (new LineRefused(i, refusal.Field == "LoginName" ? "login" : refusal.Field!.ToLowerInvariant(), refusal.Code.Replace('-', '_')), null);
        }
        if (LineRules.RoleOf(line.Role) is not { } role)
        {
            return (new LineRefused(i, "role", "unknown_role"), null);
        }
        var word = line.Unit.Trim();
        var units = offices.UnitByCode(word) is { } byCode ? [byCode] : offices.UnitsNamed(word);
        if (units.Count != 1)
        {
            return (new LineRefused(i, "unit", units.Count == 0 ? "unknown_unit" : "ambiguous_unit"), null);
        }
        var today = LocalDay.Of(act.At);
        return GiveRoleHandler.Decide(new GiveRole(person?.Id ?? 0, role, units[0].Id, today), held.GetValueOrDefault(person?.Id ?? 0) ?? [], offices, act.NewId())
            .Match<(LineRefused?, RoleAssignment?)>(
                given => (null, given),
                no => no is RoleHeldAlready ? (null, null) : (new LineRefused(i, "unit", no.Code.Replace('-', '_')), null));
    }
}
