using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Exclusions;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Evaluation;

public sealed class ExclusionTests
{
    [Theory, EachDatabase]
    public async Task What_another_person_agreed_to_leave_out_is_not_counted_but_its_number_is(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var bad = await RatedAsync(house, 1);
        await RatedAsync(house, 5);
        Assert.Equal([1, 0, 0, 0, 1], Assert.Single(await DrawTests.RatesAsync(house)).Grades);

        var asked = (await AskAsync(house, Ask(bad), Town.HousingHead)).Made();
        Assert.Equal([1, 0, 0, 0, 1], Assert.Single(await DrawTests.RatesAsync(house)).Grades);
        Assert.Equal("exclusion-pending", (await AskAsync(house, Ask(bad), Town.Dispatcher)).Refused().Code);
        Assert.Equal("not-permitted", (await DecideAsync(house, new(asked.Id, true, null), Town.Dispatcher)).Refused().Code);
        (await DecideAsync(house, new(asked.Id, true, "属实"), Town.Supervisor)).Made();
        Assert.Equal("exclusion-decided", (await DecideAsync(house, new(asked.Id, false, "再想想"), Town.Supervisor)).Refused().Code);

        var rates = Assert.Single(await DrawTests.RatesAsync(house));
        Assert.Equal([0, 0, 0, 0, 1], rates.Grades);
        Assert.Equal((1, 0), (rates.Excluded, rates.Bad));
        // One of two is past any cap.
        Assert.True(rates.IsGrey(RateDefinitions.Shipped));
        await house.DrainAsync();
        Assert.Equal(["exclusion.asked", "exclusion.decided"], await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind.StartsWith("exclusion.")).OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Refused_it_counts_on_and_who_asked_does_not_decide(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var bad = await RatedAsync(house, 2);
        var asked = (await AskAsync(house, Ask(bad), Town.Supervisor)).Made();

        Assert.Equal("asker-decides", (await DecideAsync(house, new(asked.Id, true, null), Town.Supervisor)).Refused().Code);
        var other = Town.Somebody(111, "郑督办", Role.Supervisor, Town.County);
        Assert.Equal("missing", (await DecideAsync(house, new(asked.Id, false, " "), other)).Refused().Code);
        (await DecideAsync(house, new(asked.Id, false, "诉求合理，不能剔除"), other)).Made();

        var rates = Assert.Single(await DrawTests.RatesAsync(house));
        Assert.Equal((1, 0, 1), (rates.Grades[1], rates.Excluded, rates.Bad));
        // Refused once, it may be asked for again with better evidence.
        (await AskAsync(house, Ask(bad) with { Evidence = "补充材料" }, Town.HousingHead)).Made();
    }

    [Theory, EachDatabase]
    public async Task Only_who_sees_the_matter_asks_with_reason_and_evidence_and_only_for_what_was_said(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var silent = await RatingFlowTests.AnsweredAsync(house);
        var bad = await RatedAsync(house, 1);
        var stranger = Town.Somebody(301, "外单位", Role.UnitHead, Town.TownHall);

        Assert.Equal("nothing-to-exclude", (await AskAsync(house, Ask(silent), Town.HousingHead)).Refused().Code);
        Assert.Equal("nothing-to-exclude", (await AskAsync(house, Ask(bad), stranger)).Refused().Code);
        Assert.Equal("not-permitted", (await AskAsync(house, Ask(bad), Town.Auditor)).Refused().Code);
        Assert.Equal("missing", (await AskAsync(house, Ask(bad) with { Evidence = "" }, Town.HousingHead)).Refused().Code);
        Assert.Equal("missing", (await AskAsync(house, Ask(bad) with { Reason = ExclusionReason.NoContact }, Town.HousingHead)).Refused().Code);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<RateExclusion>().CountAsync()));
    }

    private static AskExclusion Ask(Receipt receipt) => new(receipt.Number, null, ExclusionReason.LegallyImpossible, "法院已有生效判决", "判决书编号在案卷内");

    private static async Task<Receipt> RatedAsync(TestHouse house, int grade)
    {
        var receipt = await RatingFlowTests.AnsweredAsync(house);
        await RatingFlowTests.RateAsync(house, receipt, grade);
        return receipt;
    }

    private static Task<Outcome<RateExclusion>> AskAsync(TestHouse house, AskExclusion ask, Actor who) =>
        house.Services.GetRequiredService<ExclusionHandler>().AskAsync(ask, house.ActAs(who), default);

    private static Task<Outcome<RateExclusion>> DecideAsync(TestHouse house, DecideExclusion decide, Actor who) =>
        house.Services.GetRequiredService<ExclusionHandler>().DecideAsync(decide, house.ActAs(who), default);
}
