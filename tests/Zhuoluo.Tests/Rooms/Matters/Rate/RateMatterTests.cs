using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Rate;

public sealed class RateMatterTests
{
    [Theory, EachDatabase]
    public async Task Takes_one_rating_and_tells_the_ledger_its_grade(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.ClosedAsync(house);

        var rated = (await RateAsync(house, new RateMatter(receipt.Number, receipt.Code, 2) { IsSolved = false, Comment = "又坏了" })).Made();
        await house.DrainAsync();

        Assert.True(rated.IsBad);
        var rating = await house.ReadAsync(r => r.Set<Rating>().SingleAsync());
        Assert.Equal((2, false, "又坏了", RatingSource.TrackPage), (rating.Grade, rating.IsSolved, rating.Comment, rating.Source));
        Assert.Equal(2, (await house.ReadAsync(r => r.Set<Matter>().SingleAsync())).Grade);
        var entry = await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync(e => e.Kind == "matter.rated"));
        Assert.Contains("\"pub\":{\"grade\":2,\"isSolved\":false,\"matterKind\":\"help\",\"town\":\"360821101\"}", Encoding.UTF8.GetString(entry.Body), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_round_is_rated_once_however_many_come_at_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.ClosedAsync(house);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 5).Select(grade => RateAsync(house, new RateMatter(receipt.Number, receipt.Code, grade))));

        Assert.Single(outcomes, o => !o.IsRefused(out _, out _));
        Assert.All(outcomes.Where(o => o.IsRefused(out _, out _)), o => Assert.Equal("already-rated", o.Refused().Code));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Rating>().CountAsync()));
    }

    [Fact]
    public async Task The_token_of_the_link_is_good_too_and_only_for_its_matter()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var (mine, theirs) = (await County.ClosedAsync(house), await County.ClosedAsync(house));
        var vault = house.Services.GetRequiredService<Vault>();

        Assert.Equal("wrong-receipt", (await RateAsync(house, new RateMatter(mine.Number, ReceiptCodes.TokenOf(vault, theirs.MatterId, 1), 5))).Refused().Code);
        Assert.Equal("wrong-receipt", (await RateAsync(house, new RateMatter(mine.Number, ReceiptCodes.TokenOf(vault, mine.MatterId, 2), 5))).Refused().Code);
        Assert.Equal(5, (await RateAsync(house, new RateMatter(mine.Number, ReceiptCodes.TokenOf(vault, mine.MatterId, 1), 5))).Made().Grade);
        Assert.Equal(RatingSource.Token, (await house.ReadAsync(r => r.Set<Rating>().SingleAsync())).Source);
    }

    [Fact]
    public async Task Staff_cannot_rate_nor_anybody_what_is_not_answered_nor_with_a_grade_of_their_own()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var (closed, open) = (await County.ClosedAsync(house), await County.RegisterAsync(house));

        Assert.Equal("staff-may-not-rate", (await RateAsync(house, new RateMatter(closed.Number, closed.Code, 5), County.Clerk)).Refused().Code);
        Assert.Equal("not-ratable-yet", (await RateAsync(house, new RateMatter(open.Number, open.Code, 5))).Refused().Code);
        Assert.Equal("unknown-grade", (await RateAsync(house, new RateMatter(closed.Number, closed.Code, 6))).Refused().Code);
        Assert.Equal("unknown-grade", (await RateAsync(house, new RateMatter(closed.Number, closed.Code, 0))).Refused().Code);
    }

    private static Task<Outcome<Rated>> RateAsync(TestHouse house, RateMatter command, Actor? who = null) =>
        house.Services.GetRequiredService<RateMatterHandler>().HandleAsync(command, house.ActAs(who ?? Actor.Public), default);
}
