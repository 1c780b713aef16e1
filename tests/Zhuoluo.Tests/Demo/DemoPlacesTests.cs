using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Demo;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Language.Measuring;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.Commands;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Demo;

/// <summary>The figures of the smaller demonstration places can be counted from records, by list and state.</summary>
public sealed class DemoPlacesTests
{
    [Fact]
    public async Task Yongqing_shows_its_lists_taken_over_early_and_on_time()
    {
        await using var house = await MadeAsync("yongqing");
        var lists = await ListsAsync(house);
        Assert.Equal((20, 16, 9, 7), (lists["higher-works-2021"].Higher, lists["higher-works-2021"].All, lists["higher-works-2021"].Done, lists["higher-works-2021"].Going));
        Assert.Equal((10, 4), (lists["practical-2021"].All, lists["practical-2021"].OnTime));
        Assert.Equal((18, 18), (lists["county-works-2021"].All, lists["county-works-2021"].Done));
        Assert.Equal((23, 23, 11), (lists["key-2021"].All, lists["key-2021"].Going, lists["key-2021"].Early));
        Assert.Equal(37, lists["micro-2021"].Done);
        Assert.Equal([16_284_000L], await house.ReadAsync(db => db.Set<Target>().Where(t => t.Unit == "个" && t.What == "协调解决的微心愿").Select(t => t.Reached).ToListAsync()));
    }

    [Fact]
    public async Task Jiaocheng_shows_its_investment_plan_the_housing_and_an_application()
    {
        await using var house = await MadeAsync("jiaocheng");
        var plan = (await ListsAsync(house))["transition-2021"];
        Assert.Equal((34, 1_580_000_000_000L, 10), (plan.All, plan.Planned, plan.Fields));
        Assert.Equal([408_000L, 721_000L], await house.ReadAsync(db => db.Set<Target>().Where(t => t.Unit == "户").Select(t => t.Reached).Order().ToListAsync()));
        var library = await house.ReadAsync(db => db.Set<Project>().SingleAsync(p => p.State == ProjectState.Candidate));
        Assert.Equal((7300L, true), (library.Beneficiaries, library.IsEstimated));

        // S0-012 to S0-015 and S0-018 to S0-021.
        await using var scope = house.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<InvestmentQuery>();
        var signing = Assert.Single(await query.EventsAsync(default));
        var sums = await query.SumsAsync(new InvestmentFilter { Event = signing.Id }, default);
        Assert.Equal((new AgreementSum(6, 552_000_000_000), 1, 5), (sums.All, sums.Of(AgreementType.Strategic).Count, sums.Of(AgreementType.Cooperation).Count));
        Assert.Empty(SigningCheck.Of(signing, await query.SaidTypesAsync(signing.Id, default), sums.ByType));
        var round = Assert.Single(await query.BatchesAsync(default));
        Assert.Equal((3, BatchKind.Start, 2021, 7), (round.Ordinal, round.Kind, round.HeldOn.Year, round.HeldOn.Month));
        var labels = (await house.ReadAsync(db => LabelShown.ReadAsync(db, default))).ToDictionary(l => l.Label.Code);
        Assert.Equal([3], labels["three-batches"].Groups.Select(g => g.Members.Count));
        Assert.Equal([(4, 4), (6, 6), ((int?)null, 1)], labels["industry-4-6-n"].Groups.Select(g => (g.Group.Stated, g.Members.Count)));
        Assert.Equal((true, false), (labels["industry-4-6-n"].Agrees, labels["four-cards"].Agrees));
    }

    [Fact]
    public async Task Dingzhou_shows_what_was_done_as_targets()
    {
        await using var house = await MadeAsync("dingzhou");
        var lists = await ListsAsync(house);
        Assert.Equal((20, 3, 13, 14, 10), (lists["practical-2021"].All, lists["headline-2021"].All, lists["renewal-2021"].Going, lists["roads-2021"].Done, lists["parks-2021"].Done));
        var reached = await house.ReadAsync(db => db.Set<Target>().ToDictionaryAsync(t => t.Id, t => $"{t.What} {t.Reached / 1000}{t.Unit}"));
        Assert.Superset(new HashSet<string>(["解决办证难 35000件", "改造老旧小区 41个", "纳入统一管理的小区 143个", "清零的滞留户 280户", "新划停车位 7000个", "改造提升学校（园） 42所", "新改扩建投用学校 6所", "建成医联体 4个", "新建安置房 1600套"]), reached.Values.ToHashSet());
        // S2-039 and S2-040.
        var tasks = await house.ReadAsync(db => db.Set<PlanTask>().Where(t => db.Set<ThemePlan>().Any(p => p.Id == t.PlanId && p.Code == "theme-2021")).ToListAsync());
        Assert.Equal((7, 34, 34), (tasks.Select(t => t.Aspect).Distinct().Count(), tasks.Count, tasks.Count(t => t.State == TaskState.Done)));
    }

    private static async Task<TestHouse> MadeAsync(string place)
    {
        var house = await TestHouse.OpenAsync(Db.Sqlite);
        Assert.True(await DemoCommand.MakeAsync(house.Options, place, PromiseWords.Load(), CancellationToken.None));
        await AnswersAsync(house, place);
        return house;
    }

    // What the room Figures counts is what was published, in the words it was published in.
    private static async Task AnswersAsync(TestHouse house, string place)
    {
        await house.Services.GetRequiredService<Offices>().RefreshAsync(CancellationToken.None);
        var published = ExpectedFigure.Read(await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "Zhuoluo.Language.Tests", "Samples", "figures.csv")));
        var compared = DemoFigures.Compare(await FiguresCommand.ValuesAsync(house.Services, FigureScope.All, CancellationToken.None), published);
        var answered = PromiseWords.Load().Places[place].Code;
        Assert.Equal(ShippedFigures.All.Where(f => f.Place == answered).Sum(f => f.Answers.Count), compared.Count);
        Assert.All(compared, c => Assert.True(c.Holds, $"{c.Published.Id}: published {c.Published.Value}{c.Published.Unit}, counted {c.Counted.Value}{c.Counted.Definition.Unit}"));
    }

    private static Task<Dictionary<string, Shown>> ListsAsync(TestHouse house) => house.ReadAsync(async db =>
    {
        var programmes = await db.Set<Programme>().ToListAsync();
        var tallies = await db.Set<ProjectTally>().Where(t => t.ProgrammeId != 0).ToListAsync();
        return programmes.ToDictionary(p => p.Code, p =>
        {
            var all = tallies.Where(t => t.ProgrammeId == p.Id && t.By == ProjectTallyBy.All).ToList();
            int Count(Func<ProjectTally, bool> which) => (int)all.Where(which).Sum(t => t.Count);
            return new Shown(
                p.HigherTotal ?? 0, Count(_ => true), Count(t => t.State.IsDone()), Count(t => t.State.IsUnderWay()), Count(t => t.Punctuality == Punctuality.Early),
                Count(t => t.Punctuality == Punctuality.OnTime), all.Sum(t => t.Planned), tallies.Where(t => t.ProgrammeId == p.Id && t.By == ProjectTallyBy.Field).Select(t => t.Key).Distinct().Count());
        });
    });

    private sealed record Shown(int Higher, int All, int Done, int Going, int Early, int OnTime, long Planned, int Fields);
}
