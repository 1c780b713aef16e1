using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Tests.Data.Log;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data;

/// <summary>An idle server looks cheaply; a look that misses what waits would leave it lying.</summary>
public sealed class PumpLookTests
{
    [Theory, EachDatabase]
    public async Task A_look_sees_what_waits_for_its_place_for_the_public_and_for_followers(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.DrainAsync();
        Assert.Equal((false, false), await LookAsync(house));

        // By whomever: another node or a command writes the same rows.
        await using (var neighbour = house.Neighbour())
        {
            await neighbour.RecordAsync(3);
            Assert.Equal((true, false), await LookAsync(house));
            // And ends between the place and the publication.
            Assert.Equal(3, await neighbour.Of<Sequencer>().TurnAsync(default));
        }
        Assert.Equal((true, true), await LookAsync(house));
        Assert.Equal(1, await house.Of<Pump>().PublishAsync(default));
        Assert.Equal((false, true), await LookAsync(house));
        Assert.True(await house.Of<Pump>().FollowAsync(null, default));
        Assert.Equal((false, false), await LookAsync(house));

        // One follower alone that has not read to the end.
        await house.RunAsync($"UPDATE follower_position SET next = next - 1 WHERE name = '{house.Services.GetServices<IFollower>().First().Name}'");
        Assert.Equal((false, true), await LookAsync(house));
        await house.RunAsync("DELETE FROM follower_position");
        Assert.Equal((false, true), await LookAsync(house));
    }

    [Theory, EachDatabase]
    public async Task A_server_at_rest_publishes_what_another_one_wrote(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.DrainAsync();
        var service = house.Of<PumpService>();
        await service.StartAsync(default);
        await using (var neighbour = house.Neighbour())
        {
            var published = house.Of<LogState>().NextPublication;
            await neighbour.RecordAsync(1);
            await published.WaitAsync(TimeSpan.FromMinutes(1));
        }
        await service.StopAsync(default);
        Assert.False((await LookAsync(house)).IsUnpublished);
        Assert.Null(service.LastFault);
    }

    private static async Task<(bool IsUnpublished, bool IsBehind)> LookAsync(TestHouse house) =>
        (await house.Of<PumpLook>().IsUnpublishedAsync(default), await house.Of<PumpLook>().IsBehindAsync(default));
}
