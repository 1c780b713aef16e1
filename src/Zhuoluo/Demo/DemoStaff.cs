using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>The people of a place, each with one role.</summary>
internal sealed class DemoStaff(DemoTools tools, IReadOnlyList<DemoPerson> people)
{
    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var one in people.Where(p => p.Login != DemoPeople.MarkLogin))
        {
            await AddAsync(one, cancel);
        }
    }

    /// <summary>The administrator comes last: where there is one, the demonstration is whole.</summary>
    public Task FinishAsync(CancellationToken cancel) => AddAsync(people.Single(p => p.Login == DemoPeople.MarkLogin), cancel);

    private async Task AddAsync(DemoPerson one, CancellationToken cancel)
    {
        var unit = tools.Offices.UnitByCode(one.Unit)!;
        var act = tools.Operator();
        var first = new GiveRole(0, one.Role, unit.Id, LocalDay.Of(act.At));
        var name = tools.Words.Name();
        var id = DemoTools.Must(await tools.Get<AddPersonHandler>().HandleAsync(
            new AddPerson(name, one.Login, DemoPeople.Password, null, first, MustChangePassword: false), act, cancel));
        tools.Staff[one.Login] = new Actor(ActorKind.Staff, id, name, unit.Code, [new Grant(one.Role, unit.Path, unit.Id)]);
    }
}
