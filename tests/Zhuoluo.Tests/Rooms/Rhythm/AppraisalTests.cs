using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class AppraisalTests
{
    [Theory, EachDatabase]
    public async Task Each_number_is_an_outcome_with_what_it_is_out_of(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var done = Finished(1, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 8));
        var late = Finished(3, new DateOnly(2026, 1, 15), new DateOnly(2026, 2, 1));
        await house.InsertAsync(
        [
            done, late, MeetingTests.AProject(2, ProjectLight.Red, Town.Housing.Id, first: new DateOnly(2026, 2, 20)),
            MeetingTests.AProject(4, ProjectLight.Green, Town.Housing.Id), Finished(5, new DateOnly(2025, 11, 1), new DateOnly(2025, 11, 1)),
            Changed(1, 2, new DateOnly(2026, 2, 25), ProjectLight.Red), Granted(2),
            AMatter.Row(1, house.Acts.Now, m => m.LeadUnitId = Town.Housing.Id, MatterState.Closed), AMatter.Row(2, house.Acts.Now, m => m.LeadUnitId = Town.Housing.Id),
            AMatter.Row(3, house.Acts.Now, m => (m.LeadUnitId, m.IsConfidential) = (Town.Housing.Id, true)),
            AClock(1, new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 9)), AClock(2, new DateOnly(2026, 2, 12), null), AClock(3, new DateOnly(2026, 2, 12), null),
        ]);
        var id = (await DraftAsync(house, Town.Dispatcher)).Made();

        var lines = await LinesAsync(house, id);
        Assert.All(lines, l => Assert.Equal(Town.Housing.Id, l.UnitId));
        // As of 2 March: six days of red since 25 February; the plea was granted; four projects were still to be worked on.
        Assert.Equal(
            [(Measure.ProjectsDone, 2L, 3L), (Measure.ProjectsOnTime, 1, 2), (Measure.Slips, 1, 4), (Measure.RedDays, 6, 4), (Measure.MattersInTime, 1, 2), (Measure.Rated, 0, 0), (Measure.DecisionsDone, 0, 0)],
            lines.Select(l => (l.Measure, l.Part, l.Whole)));
    }

    [Theory, EachDatabase]
    public async Task Issued_by_another_it_is_frozen_and_only_the_unit_s_answer_comes_after(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var handler = house.Services.GetRequiredService<AppraisalsHandler>();
        await KeepAsync(house, "quarterly-push");
        var beat = await house.ReadAsync(r => r.Set<Beat>().SingleAsync(b => b.Kind == BeatKind.Comment));
        await house.InsertAsync([MeetingTests.AProject(1, ProjectLight.Green, Town.Housing.Id, first: new DateOnly(2026, 2, 20))]);
        Assert.Equal("not-permitted", (await DraftAsync(house, Town.HousingHead)).Refused().Code);
        var id = (await DraftAsync(house, Town.Dispatcher, beat.Id)).Made();
        Assert.Equal("not-on-sheet", (await handler.RemarkAsync(new RemarkOnUnit(id, Town.TownHall.Id, "慢"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        (await handler.RemarkAsync(new RemarkOnUnit(id, Town.Housing.Id, "进度慢"), house.ActAs(Town.Dispatcher), default)).Made();
        (await handler.RemarkAsync(new RemarkOnUnit(id, Town.Housing.Id, "一项到期没有完成"), house.ActAs(Town.Supervisor), default)).Made();
        var remark = await house.ReadAsync(r => r.Set<Remark>().SingleAsync());
        Assert.Equal("appraisal-not-issued", (await handler.AnswerAsync(new AnswerRemark(remark.Id, "已加人手"), house.ActAs(Town.HousingHead), default)).Refused().Code);

        Assert.Equal("same-person", (await handler.IssueAsync(new IssueAppraisal(id, 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        (await handler.RecountAsync(new RecountAppraisal(id, 1), house.ActAs(Town.Dispatcher), default)).Made();
        Assert.Equal("changed-meanwhile", (await handler.IssueAsync(new IssueAppraisal(id, 1), house.ActAs(Town.Supervisor), default)).Refused().Code);
        (await handler.IssueAsync(new IssueAppraisal(id, 2), house.ActAs(Town.Supervisor), default)).Made();
        Assert.Equal((id, (DateOnly?)LocalDay.Of(house.Acts.Now)), await house.ReadAsync(r => r.Set<Beat>().Where(b => b.Id == beat.Id).Select(b => new ValueTuple<long?, DateOnly?>(b.AppraisalId, b.DoneOn)).SingleAsync()));

        var before = await LinesAsync(house, id);
        await house.Writer.WriteAsync<Done>(house.System(), async work =>
        {
            await work.Db.Set<Project>().ExecuteUpdateAsync(u => u.SetProperty(p => p.CompletedOn, new DateOnly(2026, 2, 19)));
            return Done.Value;
        }, default);
        Assert.Equal("appraisal-issued", (await handler.RecountAsync(new RecountAppraisal(id, 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("appraisal-issued", (await handler.WriteAsync(new WriteAppraisal(id, 0, "别的", null), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("appraisal-issued", (await handler.RemarkAsync(new RemarkOnUnit(id, Town.Housing.Id, null), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal(before.Select(l => (l.Measure, l.Part, l.Whole)), (await LinesAsync(house, id)).Select(l => (l.Measure, l.Part, l.Whole)));

        Assert.Equal("not-permitted", (await handler.AnswerAsync(new AnswerRemark(remark.Id, "已加人手"), house.ActAs(Town.Supervisor), default)).Refused().Code);
        Assert.Equal("已加人手", (await handler.AnswerAsync(new AnswerRemark(remark.Id, "已加人手"), house.ActAs(Town.HousingHead), default)).Made().Answer);
        Assert.Equal("remark-answered", (await handler.AnswerAsync(new AnswerRemark(remark.Id, "又"), house.ActAs(Town.HousingHead), default)).Refused().Code);
        var correction = (await handler.DraftAsync(new DraftAppraisal(AppraisalKind.Year, Town.Housing.Id, default, "更正", []) { CorrectsId = id }, house.ActAs(Town.Dispatcher), default)).Made();
        Assert.Equal((AppraisalKind.Quarter, Town.Hotline.Id, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), await house.ReadAsync(r => r.Set<Appraisal>().Where(a => a.Id == correction)
            .Select(a => new ValueTuple<AppraisalKind, long, DateOnly, DateOnly>(a.Kind, a.OfficeId, a.From, a.To)).SingleAsync()));
        Assert.Equal([(1L, 1L)], (await LinesAsync(house, correction)).Where(l => l.Measure == Measure.ProjectsDone).Select(l => (l.Part, l.Whole)));
    }

    [Theory, EachDatabase]
    public async Task A_talk_names_posts_and_what_is_to_be_put_right_becomes_decisions(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var today = LocalDay.Of(house.Acts.Now);
        await KeepAsync(house, "year-end");
        var beat = await house.ReadAsync(r => r.Set<Beat>().SingleAsync(b => b.Kind == BeatKind.Talk));
        var talk = new HoldTalk(Town.Housing.Id, Town.Hotline.Id, today, "局长", "常务副县长", "三项到期没有完成", [new TalkItem("补齐两个项目的人手", today.AddDays(10)), new TalkItem(" ", null)]) { BeatId = beat.Id };
        Assert.Equal("not-permitted", (await HoldAsync(house, talk, Town.Leader)).Refused().Code);
        Assert.Equal("held-in-future", (await HoldAsync(house, talk with { On = today.AddDays(1) })).Refused().Code);
        Assert.Equal("talk-needs-items", (await HoldAsync(house, talk with { Items = [] })).Refused().Code);
        Assert.Equal("due-before-made", (await HoldAsync(house, talk with { Items = [new TalkItem("补", today.AddDays(-1))] })).Refused().Code);
        Assert.Equal("missing", (await HoldAsync(house, talk with { WithPost = "" })).Refused().Code);
        var held = (await HoldAsync(house, talk)).Made();

        var decision = await house.ReadAsync(r => r.Set<Decision>().SingleAsync(d => d.MeetingId == held.MeetingId));
        Assert.Equal(("补齐两个项目的人手", Town.Housing.Id, today.AddDays(10)), (decision.Text, decision.UnitId, decision.DueOn));
        Assert.Equal(today, await house.ReadAsync(r => r.Set<Beat>().Where(b => b.Id == beat.Id).Select(b => b.DoneOn).SingleAsync()));
        (await house.Services.GetRequiredService<DecisionsHandler>().FinishAsync(new FinishDecision(decision.Id, today, "已补", 0), house.ActAs(Town.HousingHead), default)).Made();
    }

    [Fact]
    public async Task What_cannot_be_counted_is_refused()
    {
        await using var house = await CadenceTests.OpenAsync(Db.Sqlite);
        var handler = house.Services.GetRequiredService<AppraisalsHandler>();
        var good = new DraftAppraisal(AppraisalKind.Quarter, Town.Hotline.Id, LocalDay.Of(house.Acts.Now), "一季度点评", [Town.Housing.Id]);
        Task<Outcome<long>> Try(DraftAppraisal wanted) => handler.DraftAsync(wanted, house.ActAs(Town.Supervisor), default);
        Assert.Equal("appraisal-empty", (await Try(good with { UnitIds = [] })).Refused().Code);
        Assert.Equal("unknown-value", (await Try(good with { UnitIds = [99] })).Refused().Code);
        Assert.Equal("day-in-future", (await Try(good with { Day = good.Day.AddMonths(4) })).Refused().Code);
        Assert.Equal("missing", (await Try(good with { Kind = 0 })).Refused().Code);
        Assert.Equal("missing", (await Try(good with { Title = " " })).Refused().Code);
        Assert.Equal("not-found", (await Try(good with { CorrectsId = 5 })).Refused().Code);
        (await Try(good)).Made();
    }

    private static Task<Outcome<long>> DraftAsync(TestHouse house, Actor who, long? beat = null) => house.Services.GetRequiredService<AppraisalsHandler>().DraftAsync(
        new DraftAppraisal(AppraisalKind.Quarter, Town.Hotline.Id, LocalDay.Of(house.Acts.Now), "一季度点评", []) { BeatId = beat }, house.ActAs(who), default);

    private static Task<Outcome<Talk>> HoldAsync(TestHouse house, HoldTalk talk, Actor? who = null) =>
        house.Services.GetRequiredService<TalksHandler>().HoldAsync(talk, house.ActAs(who ?? Town.Supervisor), default);

    private static async Task KeepAsync(TestHouse house, string code)
    {
        var shipped = ShippedCadences.All.Single(c => c.Code == code);
        (await CadenceTests.KeepAsync(house, new KeepCadence(shipped.Code, shipped.Name, shipped.Every, Town.Hotline.Id, LocalDay.Of(house.Acts.Now), shipped.Steps, [Town.Hotline.Id]))).Made();
    }

    private static Task<List<AppraisalLine>> LinesAsync(TestHouse house, long id) =>
        house.ReadAsync(r => r.Set<AppraisalLine>().Where(l => l.AppraisalId == id).OrderBy(l => l.UnitId).ThenBy(l => l.Measure).ToListAsync());

    private static Project Finished(long id, DateOnly first, DateOnly on)
    {
        var project = MeetingTests.AProject(id, ProjectLight.Done, Town.Housing.Id, ProjectState.Completed, first);
        project.CompletedOn = on;
        return project;
    }

    private static LightChange Changed(long id, long project, DateOnly on, ProjectLight light) => new() { Id = id, ProjectId = project, On = on, Light = light, Causes = LightCause.Progress, Behind = 3500 };

    private static Plea Granted(long project) => new()
    {
        Id = 1,
        ProjectId = project,
        Kind = PleaKind.Slip,
        Reason = DelayReason.Weather,
        Text = "连续降雨",
        AskedAt = At(new DateOnly(2026, 2, 18)),
        AskedByName = "陈局长",
        IsGranted = true,
        DecidedAt = At(new DateOnly(2026, 2, 19)),
    };

    private static Clock AClock(long matter, DateOnly due, DateOnly? stopped) => new()
    {
        Id = matter,
        MatterId = matter,
        Stage = ClockStage.Handle,
        Round = 1,
        StartAt = At(due.AddDays(-5)),
        Limit = "5wd",
        ProfileCode = "default",
        ProfileVersion = 1,
        DueAt = At(due),
        StoppedAt = stopped is { } on ? At(on) : null,
    };

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), LocalDay.Offset).ToUniversalTime();
}
