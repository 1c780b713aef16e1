using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

internal sealed class DemoStaff(DemoTools tools)
{
    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var one in DemoPeople.All)
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
}
