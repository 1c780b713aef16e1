using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Documents.Html;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Rooms.Rhythm.Meetings;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class MeetingTests
{
    [Theory, EachDatabase]
    public async Task The_paper_is_generated_and_only_owners_of_what_is_listed_are_invited(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        await house.InsertAsync([
            AProject(1, ProjectLight.Yellow, Town.Housing.Id), AProject(2, ProjectLight.Red, Town.Housing.Id), AProject(3, ProjectLight.Green, Town.TownHall.Id),
            AProject(4, ProjectLight.Red, Town.TownHall.Id, ProjectState.Closed)]);
        var meeting = await PlannedAsync(house);
        var board = await house.ReadAsync(r => Board.NowAsync(r, meeting, default));
        Assert.Equal([2L, 1L], board.Rows.Select(r => r.ProjectId));
        Assert.Equal([Town.Housing.Id], board.Invited);
        Assert.All(board.Rows, r => Assert.Null(r.Was));
    }

    [Theory, EachDatabase]
    public async Task Held_it_stays_as_it_was_and_the_next_one_shows_what_changed_and_what_became_of_decisions(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        await house.InsertAsync([AProject(1, ProjectLight.Red, Town.Housing.Id), AProject(2, ProjectLight.Yellow, Town.Housing.Id)]);
        var first = await PlannedAsync(house);
        var today = LocalDay.Of(house.Acts.Now);
        var decision = (await DecideAsync(house, first.Id, Town.Supervisor, today.AddDays(5))).Made();
        (await HoldAsync(house, first.Id, today)).Made();
        Assert.Equal("meeting-over", (await DecideAsync(house, first.Id, Town.Supervisor, today.AddDays(5))).Refused().Code);
        Assert.Equal("meeting-over", (await HoldAsync(house, first.Id, today)).Refused().Code);

        await house.Writer.WriteAsync<Done>(house.System(), async work =>
        {
            await work.Db.Set<Project>().Where(p => p.Id == 1).ExecuteUpdateAsync(u => u.SetProperty(p => p.Light, ProjectLight.Yellow));
            await work.Db.Set<Project>().Where(p => p.Id == 2).ExecuteUpdateAsync(u => u.SetProperty(p => p.Light, ProjectLight.Green));
            return Done.Value;
        }, default);
        house.Clock.Advance(TimeSpan.FromDays(30));
        var second = await PlannedAsync(house);
        Assert.Equal(first.Id, second.PreviousId);
        var board = await house.ReadAsync(r => Board.NowAsync(r, second, default));
        var changed = Assert.Single(board.Changed);
        Assert.Equal((1L, ProjectLight.Yellow, ProjectLight.Red), (changed.ProjectId, changed.Light, changed.Was));
        Assert.Equal([2L], board.Left.Select(r => r.ProjectId));
        Assert.Equal(DecisionState.Overdue, Assert.Single(board.Earlier).StateOn(LocalDay.Of(house.Acts.Now)));

        var frozen = await house.ReadAsync(r => Board.HeldAsync(r, first, default));
        Assert.Equal([ProjectLight.Red, ProjectLight.Yellow], frozen.Rows.Select(r => r.Light));
        var minutes = HtmlText.Write(await house.ReadAsync(async r => await MinutesPaper.ReadAsync(r, await r.Set<Meeting>().SingleAsync(m => m.Id == first.Id), house.Services.GetRequiredService<Offices>().Current, default)));
        Assert.Contains(decision.Text, minutes, StringComparison.Ordinal);
        Assert.Contains("县住建局", minutes, StringComparison.Ordinal);
        Assert.Equal([Town.Housing.Id], await house.ReadAsync(r => r.Set<MeetingUnit>().Where(u => u.MeetingId == first.Id).Select(u => u.UnitId).ToListAsync()));

        // What is still open counts in a later week's paper too, or more would be overdue than open.
        var week = new DraftBulletin(BulletinKind.Weekly, Town.Hotline.Id, today.AddDays(23), today.AddDays(29), "青民周");
        var paper = (await house.Services.GetRequiredService<BulletinsHandler>().DraftAsync(week, house.ActAs(Town.Dispatcher), default)).Made();
        var counted = Computed.Read(await house.ReadAsync(r => r.Set<Bulletin>().Where(b => b.Id == paper).Select(b => b.Figures).SingleAsync())).Figures;
        Assert.Equal(["1", "1"], counted.Where(f => f.Label is "未落实决定" or "逾期决定").Select(f => f.Text));
    }

    [Theory, EachDatabase]
    public async Task A_decision_is_followed_until_the_office_takes_it_for_done(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var meeting = await PlannedAsync(house);
        var today = LocalDay.Of(house.Acts.Now);
        Assert.Equal("not-permitted", (await DecideAsync(house, meeting.Id, Town.HousingHead, today)).Refused().Code);
        Assert.Equal("due-before-made", (await DecideAsync(house, meeting.Id, Town.Supervisor, today.AddDays(-1))).Refused().Code);
        var made = (await DecideAsync(house, meeting.Id, Town.Supervisor, today.AddDays(3))).Made();

        var decisions = house.Services.GetRequiredService<DecisionsHandler>();
        Assert.Equal("not-permitted", (await decisions.FinishAsync(new(made.Id, today, "已办", 0), house.ActAs(Town.TownClerk), default)).Refused().Code);
        Assert.Equal("missing", (await decisions.FinishAsync(new(made.Id, today, "", 0), house.ActAs(Town.HousingHead), default)).Refused().Code);
        var done = (await decisions.FinishAsync(new(made.Id, today, "专班已进场", made.Version), house.ActAs(Town.HousingHead), default)).Made();
        Assert.Equal(DecisionState.Done, done.StateOn(today));
        Assert.Equal("changed-meanwhile", (await decisions.ReopenAsync(new(made.Id, "没有进场", made.Version), house.ActAs(Town.Supervisor), default)).Refused().Code);
        Assert.Equal("not-permitted", (await decisions.ReopenAsync(new(made.Id, "没有进场", done.Version), house.ActAs(Town.HousingHead), default)).Refused().Code);
        var again = (await decisions.ReopenAsync(new(made.Id, "没有进场", done.Version), house.ActAs(Town.Supervisor), default)).Made();
        Assert.Equal((DecisionState.Open, "没有进场"), (again.StateOn(today), again.Objection));
        Assert.Equal("decision-not-done", (await decisions.ReopenAsync(new(made.Id, "x", 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
    }

    [Fact]
    public async Task Holding_the_meeting_is_what_makes_the_step_of_the_cadence_done()
    {
        await using var house = await CadenceTests.OpenAsync(Db.Sqlite);
        (await CadenceTests.KeepAsync(house, CadenceTests.Weekly(LocalDay.Of(house.Acts.Now)))).Made();
        var beat = await house.ReadAsync(r => r.Set<Beat>().Where(b => b.Kind == BeatKind.Meeting).OrderBy(b => b.DueOn).FirstAsync());
        var meeting = await PlannedAsync(house, beat.Id);
        (await HoldAsync(house, meeting.Id, LocalDay.Of(house.Acts.Now))).Made();
        var done = await house.ReadAsync(r => r.Set<Beat>().SingleAsync(b => b.Id == beat.Id));
        Assert.Equal((meeting.Id, LocalDay.Of(house.Acts.Now)), (done.MeetingId, done.DoneOn));
    }

    [Fact]
    public async Task What_is_no_meeting_or_lies_ahead_is_refused()
    {
        await using var house = await CadenceTests.OpenAsync(Db.Sqlite);
        var today = LocalDay.Of(house.Acts.Now);
        var meetings = house.Services.GetRequiredService<MeetingsHandler>();
        Assert.Equal("not-a-meeting", (await meetings.PlanAsync(new PlanMeeting(BeatKind.Report, "汇报", Town.Hotline.Id, today), house.ActAs(Town.Supervisor), default)).Refused().Code);
        var planned = await PlannedAsync(house);
        Assert.Equal("held-in-future", (await HoldAsync(house, planned.Id, today.AddDays(1))).Refused().Code);
        (await meetings.CancelAsync(new CancelMeeting(planned.Id), house.ActAs(Town.Supervisor), default)).Made();
        Assert.Equal("meeting-over", (await meetings.CancelAsync(new CancelMeeting(planned.Id), house.ActAs(Town.Supervisor), default)).Refused().Code);
    }

    internal static Project AProject(long id, ProjectLight light, long unit, ProjectState state = ProjectState.Started, DateOnly? first = null) => new()
    {
        Id = id,
        Number = $"P2026-{id:00000}",
        Year = 2026,
        Name = $"第{id}条农村道路硬化",
        Source = ProjectSource.Vote,
        Level = PublicLevel.County,
        State = state,
        Content = "硬化路面",
        PlaceCode = "360821101",
        LeadUnitId = unit,
        PlannedStart = new DateOnly(2026, 1, 1),
        PlannedFinish = new DateOnly(2026, 6, 30),
        FirstFinish = first ?? new DateOnly(2026, 5, 31),
        Light = light,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        UpdatedBy = "",
    };

    private static async Task<Meeting> PlannedAsync(TestHouse house, long? beat = null)
    {
        var plan = new PlanMeeting(BeatKind.Dispatch, "民生项目调度会", Town.Hotline.Id, LocalDay.Of(house.Acts.Now)) { BeatId = beat };
        var id = (await house.Services.GetRequiredService<MeetingsHandler>().PlanAsync(plan, house.ActAs(Town.Supervisor), default)).Made();
        return await house.ReadAsync(r => r.Set<Meeting>().SingleAsync(m => m.Id == id));
    }

    private static Task<Outcome<Decision>> DecideAsync(TestHouse house, long meeting, Actor who, DateOnly due) =>
        house.Services.GetRequiredService<DecisionsHandler>().MakeAsync(new MakeDecision(meeting, "成立道路攻坚专班", Town.Housing.Id, due), house.ActAs(who), default);

    private static Task<Outcome<Done>> HoldAsync(TestHouse house, long meeting, DateOnly on) =>
        house.Services.GetRequiredService<MeetingsHandler>().HoldAsync(new HoldMeeting(meeting, on, "逐项过堂。"), house.ActAs(Town.Supervisor), default);
}
