using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Measures;
using Zhuoluo.Tests.Rooms.Matters.Petitions;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Measures;

/// <summary>Rules A5.3: a person decides, it is reviewed, and nobody is ever blocked.</summary>
public sealed class MeasuresTests
{
    private static readonly DateOnly _review = new(2026, 6, 1);

    [Theory, EachDatabase]
    public async Task Persuasion_comes_first_and_another_person_warns(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        Assert.Equal("persuasion-first", (await TakeAsync(house, receipt, MeasureKind.Warning, County.Dispatcher)).Refused().Code);
        (await TakeAsync(house, receipt, MeasureKind.Persuasion, County.Dispatcher)).Made();
        Assert.Equal("same-person", (await TakeAsync(house, receipt, MeasureKind.Warning, County.Dispatcher)).Refused().Code);
        // The same requester by another matter: found by the print of the telephone.
        var again = await County.RegisterAsync(house);
        (await TakeAsync(house, again, MeasureKind.Warning, APetition.Supervisor)).Made();
        Assert.Equal("measure-stands", (await TakeAsync(house, again, MeasureKind.Warning, APetition.Supervisor)).Refused().Code);
        Assert.Equal("not-found", (await TakeAsync(house, receipt, MeasureKind.Persuasion, County.Handler)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_warned_is_taken_in_as_before_and_the_measure_ends_at_its_review(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        var id = (await TakeAsync(house, receipt, MeasureKind.Persuasion, County.Dispatcher)).Made();
        var next = await County.RegisterAsync(house);
        Assert.NotEqual(receipt.MatterId, next.MatterId);
        var (before, after) = (await house.MatterAsync(receipt.MatterId), await house.MatterAsync(next.MatterId));
        Assert.Equal((before.State, before.Urgency, before.IsConfidential), (after.State, after.Urgency, after.IsConfidential));
        (await house.Services.GetRequiredService<MeasuresHandler>().HandleAsync(new ReviewMeasure(id, "未再重复", null), house.ActAs(County.Dispatcher), default)).Made();
        Assert.NotNull((await house.ReadAsync(r => r.Set<Measure>().SingleAsync())).LiftedAt);
    }

    [Theory]
    [InlineData(0, "not-in-the-future")]
    [InlineData(1, null)]
    [InlineData(180, null)]
    [InlineData(181, "review-too-far")]
    public void The_review_is_within_half_a_year(int days, string? code)
    {
        var act = Deeds.AFile.By(Role.Supervisor);
        var command = new TakeMeasure(7, MeasureKind.Persuasion, "半月内同一事由来电十二次，无新事实", LocalDay.Of(act.At).AddDays(days));
        Assert.Equal(code, MeasuresHandler.Decide(command, [], act).Match<string?>(_ => null, r => r.Code));
    }

    private static Task<Outcome<long>> TakeAsync(TestHouse house, Receipt receipt, MeasureKind kind, Actor who) =>
        house.Services.GetRequiredService<MeasuresHandler>().HandleAsync(new TakeMeasure(receipt.MatterId, kind, "半月内同一事由来电十二次，无新事实", _review), house.ActAs(who), default);
}
