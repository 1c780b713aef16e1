using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Lights;
using Zhuoluo.Rooms.Projects.Register;
using Zhuoluo.Rooms.Projects.Tallying;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>From five requests to a closed promise, and what must not happen on the way.</summary>
public sealed class ProjectLoopTests
{
    [Theory, EachDatabase]
    public async Task Five_requests_become_a_promise_that_slips_turns_red_recovers_and_is_closed_by_others(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await Promise.ListAsync(house);
        var matters = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            matters.Add((await County.RegisterAsync(house, County.Matter($"进村路第{i}段坑洼，下雨就积水。"))).MatterId);
        }
        var id = (await Promise.RegisterAsync(house, Promise.Road(list) with { MatterIds = matters })).ProjectId;
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Start) { On = new DateOnly(2026, 3, 2) }, County.Handler)).Made();
        await ReportAsync(house, id, 2026, 3, 20, 15_00);
        Assert.Equal(ProjectLight.Green, (await ReadAsync(house, id)).Light);

        await ReportAsync(house, id, 2026, 4, 28, 20_00);
        var red = await ReadAsync(house, id);
        Assert.Equal((ProjectLight.Red, LightCause.Progress), (red.Light, red.Causes));

        var slip = new ProjectDeed(id, ProjectVerb.AskSlip) { Until = new DateOnly(2026, 9, 30), Reason = DelayReason.Funds, Text = "资金未到位" };
        (await Promise.DoAsync(house, slip, County.Handler)).Made();
        Assert.IsType<AlreadyAsked>((await Promise.DoAsync(house, slip, County.Handler)).Refused());
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.ApproveSlip), Promise.Supervisor)).Made();
        var slipped = await ReadAsync(house, id);
        Assert.Equal((new DateOnly(2026, 9, 30), new DateOnly(2026, 6, 10), 112), (slipped.PlannedFinish, slipped.FirstFinish, slipped.SlipDays));
        Assert.True(slipped.Causes.HasFlag(LightCause.Recovering));

        await ReportAsync(house, id, 2026, 5, 28, 50_00);
        Assert.Equal(ProjectLight.Red, (await ReadAsync(house, id)).Light);
        await ReportAsync(house, id, 2026, 6, 28, 70_00);
        Assert.Equal(ProjectLight.Green, (await ReadAsync(house, id)).Light);

        At(house, 2026, 9, 1);
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Complete) { Text = "全线完工" }, County.Handler)).Made();
        Assert.IsType<AcceptedByItself>((await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Accept) { Text = "合格" }, Own(Role.Supervisor))).Refused());
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Accept) { Text = "合格" }, Promise.Supervisor)).Made();
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Publicise) { Until = new DateOnly(2026, 9, 8) }, County.Dispatcher)).Made();
        Assert.Equal(new ClosingGuard("target-missed"), (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Close), Promise.Supervisor)).Refused());
        await MeasureAsync(house, id);
        Assert.Equal(new ClosingGuard("publicity-running"), (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Close), Promise.Supervisor)).Refused());
        At(house, 2026, 9, 9);
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Close), Promise.Supervisor)).Made();

        var closed = await ReadAsync(house, id);
        Assert.Equal((ProjectState.Closed, ProjectLight.Done, Punctuality.Late), (closed.State, closed.Light, closed.Punctuality));
        Assert.Equal(5, await house.ReadAsync(r => r.Set<ProjectMatter>().CountAsync(l => l.ToldAt != null)));
        var promises = house.Services.GetRequiredService<IPromises>();
        (await promises.JudgeAsync(matters[0], closed.Number, agrees: false, house.ActAs(Actor.Public), default)).Made();
        Assert.Equal((false, true), ((await promises.OfAsync(matters[0], default)).Single().Agrees, (await promises.OfAsync(matters[1], default)).Single().IsTold));
        Assert.IsType<NotFound>((await promises.JudgeAsync(matters[0], "P2026-99999", agrees: true, house.ActAs(Actor.Public), default)).Refused());
        await SumsAsync(house, closed: 1, done: 1);
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Reopen) { Text = "路面再次开裂，核实属实" }, Promise.Supervisor)).Made();
        await SumsAsync(house, closed: 0, done: 0);
    }

    [Theory, EachDatabase]
    public async Task A_period_has_one_report_and_a_correction_keeps_the_old_one(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = (await Promise.RegisterAsync(house, Promise.Road(await Promise.ListAsync(house)))).ProjectId;
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Start), County.Handler)).Made();
        var report = new ReportProgress(id, new DateOnly(2026, 3, 2), 30_00) { Text = "路基完成" };
        Assert.IsType<NotPermitted>((await Promise.ReportAsync(house, report, County.Clerk)).Refused());
        (await Promise.ReportAsync(house, report)).Made();
        Assert.IsType<ReportedAlready>((await Promise.ReportAsync(house, report with { Done = 40_00 })).Refused());
        (await Promise.ReportAsync(house, report with { Done = 25_00, IsCorrection = true })).Made();
        Assert.IsType<DayInFuture>((await Promise.ReportAsync(house, report with { Period = new DateOnly(2026, 4, 1) })).Refused());
        var rows = await house.ReadAsync(r => r.Set<Progress>().OrderBy(p => p.Id).ToListAsync());
        Assert.Equal([30_00, 25_00], rows.Select(r => r.Done));
        Assert.True(rows[0].SupersededAt is not null && rows[1].CorrectsId == rows[0].Id);
        Assert.Equal(25_00, (await ReadAsync(house, id)).Done);
    }

    [Theory, EachDatabase]
    public async Task A_project_on_two_lists_counts_once_on_each_and_once_overall_and_leaves_one_only_with_a_reason(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var (first, second) = (await Promise.ListAsync(house), await Promise.ListAsync(house, "key-2026"));
        var id = (await Promise.RegisterAsync(house, Promise.Road(first))).ProjectId;
        Assert.IsType<LastList>((await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.TakeOffList) { ProgrammeId = first, Text = "重复" }, Promise.Supervisor)).Refused());
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.PutOnList) { ProgrammeId = second }, County.Dispatcher)).Made();
        Assert.IsType<OnListAlready>((await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.PutOnList) { ProgrammeId = second }, County.Dispatcher)).Refused());
        await house.DrainAsync();
        var totals = await house.ReadAsync(r => r.Set<ProjectTally>().Where(t => t.By == ProjectTallyBy.All && t.Count > 0).ToDictionaryAsync(t => t.ProgrammeId, t => t.Count));
        Assert.Equal([(0L, 1L), (first, 1L), (second, 1L)], totals.OrderBy(t => t.Key).Select(t => (t.Key, t.Value)));
        Assert.IsType<Missing>((await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.TakeOffList) { ProgrammeId = first }, Promise.Supervisor)).Refused());
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.TakeOffList) { ProgrammeId = first, Text = "并入重点项目" }, Promise.Supervisor)).Made();
        Assert.Equal(0, await house.Services.GetRequiredService<ProjectTallyCheck>().CompareAsync(house.System(), default));
        Assert.Equal(2, await house.ReadAsync(r => r.Set<Listing>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task An_application_enters_the_library_by_another_hand_and_then_a_list(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await Promise.ListAsync(house);
        Assert.IsType<NotPermitted>((await house.Services.GetRequiredService<RegisterProjectHandler>().HandleAsync(Promise.Road(list), house.ActAs(County.Handler), default)).Refused());
        var done = await Promise.RegisterAsync(house, Promise.Road(null), County.Handler);
        Assert.Equal((ProjectState.Candidate, "P2026-00001"), (done.State, done.Number));
        Assert.IsType<WrongProjectState>((await Promise.DoAsync(house, new ProjectDeed(done.ProjectId, ProjectVerb.PutOnList) { ProgrammeId = list }, County.Dispatcher)).Refused());
        (await Promise.DoAsync(house, new ProjectDeed(done.ProjectId, ProjectVerb.Screen) { Text = "确有需要" }, County.Dispatcher)).Made();
        Assert.Equal(ProjectState.Listed, (await Promise.DoAsync(house, new ProjectDeed(done.ProjectId, ProjectVerb.PutOnList) { ProgrammeId = list }, County.Dispatcher)).Made().State);
        Assert.True((await ReadAsync(house, done.ProjectId)).IsPublic);
    }

    [Theory, EachDatabase]
    public async Task Time_alone_turns_lights_and_letters_go_up_only_when_the_one_before_ran_out(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = (await Promise.RegisterAsync(house, Promise.Road(await Promise.ListAsync(house)) with { PlannedFinish = new DateOnly(2030, 1, 1) })).ProjectId;
        var judge = house.Services.GetRequiredService<JudgeLights>();
        At(house, 2026, 3, 20);
        Assert.Equal(1, await judge.RunAsync(house.System(), default));
        Assert.Equal(0, await judge.RunAsync(house.System(), default));
        Assert.Equal(ProjectLight.Yellow, (await ReadAsync(house, id)).Light);
        Assert.IsType<LetterTooEarly>((await LetterAsync(house, id, LetterStep.Orange)).Refused());
        (await LetterAsync(house, id, LetterStep.Blue)).Made();
        At(house, 2026, 4, 20);
        (await LetterAsync(house, id, LetterStep.Orange)).Made();
        At(house, 2026, 5, 2);
        Assert.Equal(1, await judge.RunAsync(house.System(), default));
        Assert.Equal((ProjectLight.Red, LightCause.Start), ((await ReadAsync(house, id)).Light, (await ReadAsync(house, id)).Causes));
        Assert.Equal([new DateOnly(2026, 3, 20), new DateOnly(2026, 5, 2)], await house.ReadAsync(r => r.Set<LightDay>().OrderBy(d => d.On).Select(d => d.On).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_slipped_before_it_came_here_is_known_to_have_slipped(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var past = new PastProject(Promise.Road(null) with { FirstFinish = new DateOnly(2026, 5, 11) }, ProjectState.Started) { AsOf = new DateOnly(2026, 3, 2), StartedOn = new DateOnly(2026, 3, 2) };
        var done = (await house.Services.GetRequiredService<RecordProjectsHandler>().HandleAsync(await Promise.ListAsync(house), 2026, [past], house.System(), default)).Made();
        Assert.Equal(30, (await ReadAsync(house, done[0].ProjectId)).SlipDays);
    }

    [Theory, EachDatabase]
    public async Task Weights_that_are_no_hundred_and_days_the_wrong_way_round_are_refused(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var road = Promise.Road(await Promise.ListAsync(house));
        var register = house.Services.GetRequiredService<RegisterProjectHandler>();
        Assert.IsType<NodeWeights>((await register.HandleAsync(road with { Nodes = [new NewNode("路基", 99, new DateOnly(2026, 4, 1))] }, house.ActAs(County.Dispatcher), default)).Refused());
        Assert.Equal("before-day", (await register.HandleAsync(road with { PlannedFinish = new DateOnly(2026, 1, 1) }, house.ActAs(County.Dispatcher), default)).Refused().Code);
        var secret = await County.RegisterAsync(house, County.Matter() with { IsConfidential = true });
        Assert.IsType<UnknownValue>((await register.HandleAsync(road with { MatterIds = [secret.MatterId] }, house.ActAs(County.Dispatcher), default)).Refused());
    }

    private static Task<Outcome<ProjectDone>> LetterAsync(TestHouse house, long id, LetterStep step) =>
        Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.Remind) { Letter = step, Text = "请说明原因", Until = LocalDay.Of(house.Clock.GetUtcNow()).AddDays(7) }, Promise.Supervisor);

    private static async Task ReportAsync(TestHouse house, long id, int year, int month, int day, int done)
    {
        At(house, year, month, day);
        (await Promise.ReportAsync(house, new ReportProgress(id, new DateOnly(year, month, day), done))).Made();
    }

    private static async Task MeasureAsync(TestHouse house, long id)
    {
        var target = await house.ReadAsync(r => r.Set<Target>().SingleAsync(t => t.ProjectId == id));
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.MeasureTarget) { ItemId = target.Id, Reached = 12_500, Text = "现场核量" }, County.Handler)).Made();
        var money = await house.ReadAsync(r => r.Set<MoneyRow>().SingleAsync(m => m.ProjectId == id));
        (await Promise.DoAsync(house, new ProjectDeed(id, ProjectVerb.BookMoney) { ItemId = money.Id, Arrived = 1_200_000_00, Paid = 1_000_000_00 }, County.Handler)).Made();
    }

    private static async Task SumsAsync(TestHouse house, long closed, long done)
    {
        await house.DrainAsync();
        var sum = ProjectSum.Of(await house.ReadAsync(r => r.Set<ProjectTally>().Where(t => t.By == ProjectTallyBy.All && t.ProgrammeId == 0).ToListAsync()));
        Assert.Equal((1L, closed, done), (sum.Total, sum.Closed, sum.Done));
    }

    private static void At(TestHouse house, int year, int month, int day) => house.Clock.Set(new DateTimeOffset(year, month, day, 2, 0, 0, TimeSpan.Zero));

    private static Actor Own(Role role) => new(ActorKind.Staff, 17, "本单位人", County.BureauCode, [new Grant(role, "/1001/", County.BureauId)]);

    private static Task<Project> ReadAsync(TestHouse house, long id) => house.ReadAsync(r => r.Set<Project>().SingleAsync(p => p.Id == id));
}
