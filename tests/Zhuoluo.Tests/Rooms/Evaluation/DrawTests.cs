using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Draws;
using Zhuoluo.Rooms.Evaluation.Setup;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Evaluation;

public sealed class DrawTests
{
    private const int March = 202603;
    private const string Seed = "LOTTERY-26042";

    [Theory, EachDatabase]
    public async Task Anybody_can_draw_again_and_nobody_draws_twice(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var closed = await ClosedAsync(house, 4);
        var draws = house.Services.GetRequiredService<DrawCallBacksHandler>();
        Assert.Equal("month-not-over", (await draws.HandleAsync(new(March, Seed), house.ActAs(Town.Supervisor), default)).Refused().Code);
        house.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("not-permitted", (await draws.HandleAsync(new(March, Seed), house.ActAs(Town.HousingHead), default)).Refused().Code);
        Assert.Equal("nothing-to-draw", (await draws.HandleAsync(new(202602, Seed), house.ActAs(Town.Supervisor), default)).Refused().Code);

        var draw = (await draws.HandleAsync(new(March, Seed), house.ActAs(Town.Supervisor), default)).Made();

        var numbers = closed.Order(StringComparer.Ordinal).ToList();
        Assert.Equal((4, 2, 500, string.Join('\n', numbers)), (draw.Population, draw.Picked, draw.Permille, draw.Numbers));
        Assert.Equal(Hash(draw.Numbers)[..32], draw.Digest);
        var picked = await house.ReadAsync(r => r.Set<CallPick>().Join(r.Set<Matter>(), p => p.MatterId, m => m.Id, (p, m) => new { p.Place, m.Number }).OrderBy(p => p.Place).Select(p => p.Number).ToListAsync());
        Assert.Equal(numbers.OrderBy(n => Hash($"{Seed}\n{n}"), StringComparer.Ordinal).Take(2), picked);
        Assert.Equal("drawn-already", (await draws.HandleAsync(new(March, "ANOTHER"), house.ActAs(Town.Supervisor), default)).Refused().Code);
        await house.DrainAsync();
        var said = Encoding.UTF8.GetString((await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync(e => e.Kind == "draw.made"))).Body);
        Assert.Contains(Seed, said, StringComparison.Ordinal);
        Assert.Contains(draw.Digest, said, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Three_days_without_an_answer_are_no_contact_and_calls_are_never_counted_with_ratings(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var closed = await ClosedAsync(house, 6, firstGrade: 5);
        house.Clock.Advance(TimeSpan.FromDays(31));
        (await house.Services.GetRequiredService<DrawCallBacksHandler>().HandleAsync(new(March, Seed), house.ActAs(Town.Supervisor), default)).Made();
        var picks = await house.ReadAsync(r => r.Set<CallPick>().OrderBy(p => p.Place).Select(p => p.Id).ToListAsync());

        Assert.Equal("missing", (await CallAsync(house, new(picks[0], CallResult.Reached))).Refused().Code);
        (await CallAsync(house, new(picks[0], CallResult.Reached) { IsResponded = true, IsSolved = false, Grade = 2, Note = "还在漏" })).Made();
        Assert.Equal("called-already", (await CallAsync(house, new(picks[0], CallResult.NotReached))).Refused().Code);
        (await CallAsync(house, new(picks[1], CallResult.WantsNoCall))).Made();
        for (var day = 1; day <= 3; day++)
        {
            var state = (await CallAsync(house, new(picks[2], CallResult.NotReached))).Made().State;
            Assert.Equal(day == 3 ? PickState.NoContact : PickState.Waiting, state);
            Assert.Equal(day == 3 ? "called-already" : "tried-today", (await CallAsync(house, new(picks[2], CallResult.NotReached))).Refused().Code);
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        var rates = Assert.Single(await RatesAsync(house));
        Assert.Equal((3, 1, 1, 0, 1, 2), (rates.Drawn, rates.Reached, rates.Responded, rates.Solved, rates.Unsolved, rates.DrawExcluded));
        Assert.Equal([0, 1, 0, 0, 0], rates.DrawGrades);
        Assert.Equal([0, 0, 0, 0, 1], rates.Grades);
        Assert.Equal(6, closed.Count);
        Assert.True(rates.IsDrawGrey(RateDefinitions.Shipped));
        // Not solved on the call is on the list of the dissatisfied.
        Assert.Equal(DissatisfactionSource.Draw, await house.ReadAsync(r => r.Set<Dissatisfaction>().Select(d => d.Source).SingleAsync()));
    }

    internal static Task<IReadOnlyList<UnitRates>> RatesAsync(TestHouse house) => house.ReadAsync(db => new RatesQuery(db).AskAsync(new RatePeriod(March, March), default));

    /// <summary>Closed in March, half of them to be drawn, beside one confidential; the numbers that may be drawn.</summary>
    internal static async Task<List<string>> ClosedAsync(TestHouse house, int count, int? firstGrade = null)
    {
        house.Clock.Advance(TimeSpan.FromDays(-1));
        (await house.Services.GetRequiredService<RatingSettingsHandler>().HandleAsync(
            new MakeDefinition([0, 0, 60, 100, 100], 5, 50, new DateOnly(2026, 3, 2), "多抽一些"), house.ActAs(Town.Administrator), default)).Made();
        house.Clock.Advance(TimeSpan.FromDays(1));
        var numbers = new List<string>();
        for (var i = 0; i <= count; i++)
        {
            var receipt = await RatingFlowTests.AnsweredAsync(house, isConfidential: i == count);
            await RatingFlowTests.DeedAsync(house, receipt, Verb.CallBack, Town.Supervisor, d => d with { Result = CallResult.Reached, IsSolved = true });
            await RatingFlowTests.DeedAsync(house, receipt, Verb.Close, Town.Supervisor);
            if (i == 0 && firstGrade is { } grade)
            {
                await RatingFlowTests.RateAsync(house, receipt, grade);
            }
            if (i < count)
            {
                numbers.Add(receipt.Number);
            }
        }
        return numbers;
    }

    private static Task<Outcome<CallPick>> CallAsync(TestHouse house, CallDrawn call) =>
        house.Services.GetRequiredService<CallDrawnHandler>().HandleAsync(call, house.ActAs(Town.Supervisor), default);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
