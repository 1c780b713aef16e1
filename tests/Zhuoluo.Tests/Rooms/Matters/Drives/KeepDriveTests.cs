using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Drives;

public sealed class KeepDriveTests
{
    private static readonly KeepDrive _drive = new("visits-2026", "百名书记访万家", DriveKind.HouseholdVisits, new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30));

    [Theory, EachDatabase]
    public async Task Opens_a_drive_and_changes_its_period(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var id = (await KeepAsync(house, _drive)).Made();
        (await KeepAsync(house, _drive with { Id = id, Name = "访万家", To = null })).Made();

        var drive = await house.ReadAsync(r => r.Set<Drive>().SingleAsync());
        Assert.Equal((id, "访万家", (DateOnly?)null), (drive.Id, drive.Name, drive.To));
    }

    [Fact]
    public async Task Refuses_a_code_in_use_a_period_backwards_a_telephone_for_a_code_and_who_may_not()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        await KeepAsync(house, _drive);

        Assert.Equal("code-taken", (await KeepAsync(house, _drive)).Refused().Code);
        Assert.Equal("period-backwards", (await KeepAsync(house, _drive with { Code = "x", To = new DateOnly(2025, 1, 1) })).Refused().Code);
        Assert.Equal("unreadable-code", (await KeepAsync(house, _drive with { Code = "13800001234" })).Refused().Code);
        Assert.Equal("not-permitted", (await KeepAsync(house, _drive with { Code = "x" }, County.Clerk)).Refused().Code);
    }

    private static Task<Outcome<long>> KeepAsync(TestHouse house, KeepDrive command, Actor? who = null) =>
        house.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(command, house.ActAs(who ?? County.Dispatcher), default);
}
