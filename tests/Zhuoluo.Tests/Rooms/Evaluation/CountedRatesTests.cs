using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Evaluation;

/// <summary>Rates as figures are the rates of the room itself, by the weights of their period, with both numbers and what is left out.</summary>
public sealed class CountedRatesTests
{
    private static readonly FigureScope _march = new() { From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 3, 31) };

    [Theory, EachDatabase]
    public async Task A_figure_of_two_sums_is_exactly_the_weighted_rate(Db db)
    {
        await using var house = await RatingFlowTests.OpenAsync(db);
        var at = house.Acts.Now;
        // Grades 5 5 4 3 3 1 in March, one of the threes left out; a 2 in April. One matter is confidential.
        List<object> rows =
        [
            Definition(2, "0,0,50,100,100", new DateOnly(2026, 3, 10)), Definition(3, "0,10,90,100,100", new DateOnly(2026, 4, 1)),
            .. Enumerable.Range(1, 8).Select(i => (object)AMatter.Row(700 + i, at, m => m.IsConfidential = i == 8, MatterState.Closed, openedOn: new DateOnly(2026, 3, 1))),
            .. new[] { 5, 5, 4, 3, 3, 1, 2, 1 }.Select((grade, i) => (object)Rated(701 + i, grade, i == 6 ? new DateOnly(2026, 4, 2) : new DateOnly(2026, 3, 12), at)),
            new RateExclusion { Id = 1, MatterId = 704, Round = 1, UnitId = Town.Housing.Id, Reason = ExclusionReason.Malicious, Detail = "", Evidence = "", AskedAt = at, IsApproved = true },
            new RateExclusion { Id = 2, MatterId = 705, Round = 1, UnitId = Town.Housing.Id, Reason = ExclusionReason.Malicious, Detail = "", Evidence = "", AskedAt = at, IsApproved = false },
            new CallDraw { Id = 1, Month = 202603, Seed = "s", Digest = "d", Permille = 500, Population = 8, Picked = 6, Numbers = "", DrawnAt = at, DrawnByName = "" },
            Pick(1, 701, PickState.Reached, responded: true, solved: true, grade: 3), Pick(2, 702, PickState.Reached, responded: true, solved: false, grade: 4), Pick(3, 703, PickState.Reached, responded: false, solved: null, grade: null),
            Pick(4, 704, PickState.Reached, responded: true, solved: true, grade: 1), Pick(5, 705, PickState.NoContact), Pick(6, 706, PickState.Waiting),
        ];
        await house.InsertAsync(rows);

        await house.ReadAsync(async read =>
        {
            var shelf = await house.Services.GetRequiredService<FigureBook>().ReadAsync(read, default);
            var counter = house.Services.GetRequiredService<FigureCounter>();
            Task<FigureValue> Counted(string key, FigureScope scope) => counter.CountAsync(read, shelf.Find(key)!, shelf, scope, house.Acts.Now, default);
            var all = await RateDefinitions.AllAsync(read, default);
            foreach (var (period, scope) in new[] { (new RatePeriod(202603, 202603), _march), (new RatePeriod(202603, 202604), _march with { To = new DateOnly(2026, 4, 30) }), (new RatePeriod(202604, 202604), new FigureScope { From = new(2026, 4, 1), To = new(2026, 4, 30) }) })
            {
                var rates = UnitRates.Sum(await new RatesQuery(read).AskAsync(period, default));
                var definition = all.On(period.Last);
                await SameAsync(rates.Satisfied(definition), "rated.score-rate", rates.Excluded);
                await SameAsync(rates.Good, "rated.good-rate", rates.Excluded);
                await SameAsync(rates.ResponseRate, "calls.response-rate", rates.DrawExcluded);
                await SameAsync(rates.SolvedRate, "calls.solved-rate", rates.DrawExcluded);
                await SameAsync(rates.DrawSatisfied(definition), "calls.score-rate", rates.DrawExcluded);
                Assert.Equal((rates.Drawn, rates.Reached), ((int)(await Counted("calls.drawn", scope)).Value!, (int)(await Counted("calls.reached", scope)).Value!));

                async Task SameAsync(Rate rate, string key, int excluded)
                {
                    var value = await Counted(key, scope);
                    Assert.Equal((rate.Percent, rate.Part, (decimal)rate.Whole, (decimal)excluded), (value.Value, value.Numerator, value.Denominator, value.Excluded));
                }
            }
            // (5 5 4 at 1, 3 at 0.5, 1 at 0) of five; April's weights make the same three worth 0.9.
            Assert.Equal((70m, 3.5m, 5m, 1m), ((await Counted("rated.score-rate", _march)).Value, (await Counted("rated.score", _march)).Value, (await Counted("rated.valid", _march)).Value, (await Counted("rated.excluded", _march)).Value));
            Assert.Equal(4m, (await Counted("rated.score", _march with { To = new DateOnly(2026, 4, 30) })).Value);
            Assert.Equal(3.5m, (await counter.ByUnitAsync(read, shelf.Find("rated.score")!, _march, house.Acts.Now, default))[Town.Housing.Id]);
            Assert.Equal([new DateOnly(2026, 3, 1)], (await counter.ByMonthAsync(read, shelf.Find("calls.drawn")!, FigureScope.All, house.Acts.Now, default)).Keys);
            var said = Texts.Load(Sources.Texts).HowCounted(shelf.Find("rated.score")!, shelf, house.Services.GetRequiredService<FigureSources>(), FigureNames.None);
            Assert.Contains("1 / 1 / 0.6 / 0 / 0（第 1 版）、2026-03-10 起 1 / 1 / 0.5 / 0 / 0（第 2 版）、2026-04-01 起 1 / 1 / 0.9 / 0.1 / 0（第 3 版）", said, StringComparison.Ordinal);
            return 0;
        });

        // What is stated keeps the weights it was stated by.
        var stated = (await house.Services.GetRequiredService<StateFigureHandler>().HandleAsync(new StateFigure("rated.score-rate", _march), house.ActAs(Town.Supervisor), default)).Made();
        Assert.Equal((70_000, 3_500, 5_000, 1_000), (stated.Value, stated.Numerator, stated.Denominator, stated.Excluded));
        Assert.Equal(3, stated.Made.Find("rated.score")!.Weights!.Count);
    }

    private static RateDefinition Definition(int version, string weights, DateOnly from) =>
        new() { Id = version, Version = version, Weights = weights, ExclusionCap = 10, DrawShare = 50, From = from, Reason = "试", MadeAt = DateTimeOffset.UnixEpoch };

    private static Rating Rated(long matter, int grade, DateOnly on, DateTimeOffset at) =>
        new() { Id = 7000 + matter, MatterId = matter, Round = 1, TokenPrint = BitConverter.GetBytes(matter), OfferedAt = at, UnitId = Town.Housing.Id, Grade = grade, GivenAt = at, GivenOn = on };

    private static CallPick Pick(long id, long matter, PickState state, bool? responded = null, bool? solved = null, int? grade = null) =>
        new() { Id = id, DrawId = 1, Place = (int)id, MatterId = matter, Round = 1, UnitId = Town.Housing.Id, Month = 202603, State = state, IsResponded = responded, IsSolved = solved, Grade = grade };
}
