using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

/// <summary>The invented county of the tests, made by commands.</summary>
internal static class Given
{
    public static async Task<long> CountyAsync(TestHouse house) => Value(
        await house.Services.GetRequiredService<SetUpCountyHandler>().HandleAsync(new SetUpCounty("360821", "吉安县"), house.System(), default));

    public static async Task<long> PersonAsync(TestHouse house, string login, Role role, long? unitId = null)
    {
        var unit = unitId ?? await CountyAsync(house);
        return Value(await house.Services.GetRequiredService<AddPersonHandler>().HandleAsync(
            new AddPerson("王芳", login, SiteStaff.Password, "139000000001", new GiveRole(0, role, unit, new DateOnly(2026, 3, 2)), MustChangePassword: false),
            house.System(), default));
    }

    public static Task<List<LedgerEntry>> EntriesAsync(TestHouse house) =>
        house.ReadAsync(db => db.Set<LedgerEntry>().OrderBy(e => e.Idx).ToListAsync());

    public static OfficesSnapshot Offices(TestHouse house) => house.Services.GetRequiredService<Offices>().Current;

    public static T Value<T>(Outcome<T> outcome) => outcome.Match(v => v, r => throw new InvalidOperationException(r.Code));

    public static string Code<T>(Outcome<T> outcome) => outcome.Match(_ => "", r => r.Code);
}
