using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class ToDoTests
{
    private static readonly Actor _mayor = Town.Somebody(120, "周镇长", Role.UnitHead, Town.TownHall);

    [Theory, EachDatabase]
    public async Task One_list_gathers_what_every_room_has_for_the_own_units(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        await FillAsync(house);

        Assert.Equal(
            [(ToDoKind.Matter, 1L), (ToDoKind.Project, 2L), (ToDoKind.Beat, 3L), (ToDoKind.Decision, 1L), (ToDoKind.Need, 1L)],
            (await NowAsync(house, Town.HousingHead)).Select(p => (p.Kind, p.Total)));
        Assert.All(await NowAsync(house, Town.TownClerk), p => Assert.Equal(0, p.Total));
        // Who keeps the beat sees the beat of all, and no work of other rooms that is not theirs.
        Assert.Equal([0L, 0L, 6L, 1L, 0L], (await NowAsync(house, Town.Dispatcher)).Select(p => p.Total));
    }

    [Theory, EachDatabase]
    public async Task The_calendar_tells_days_and_units_and_nothing_that_was_written(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        await FillAsync(house);

        var days = await DaysAsync(house, Town.HousingHead);
        Assert.Contains(days, d => d.Mark == "due-2026-000001");
        Assert.Contains(days, d => d is { Mark: "promise-P2026-00011" } && d.On == new DateOnly(2026, 6, 30));
        Assert.Contains(days, d => d.Mark == "need-71" && d.On == LocalDay.Of(house.Acts.Now).AddDays(4));
        Assert.Contains(days, d => d.Mark.StartsWith("decision-", StringComparison.Ordinal));
        Assert.Contains(days, d => d.Mark.StartsWith("beat-", StringComparison.Ordinal));
        Assert.Single(days, d => d.Mark.StartsWith("meeting-", StringComparison.Ordinal));
        Assert.All(days, d => Assert.DoesNotMatch("停水|道路|专班|调度会议|指标", d.Text));

        // Nothing of the town stands on the meeting's paper, so it is not asked to come (rules D1.2).
        Assert.DoesNotContain(await DaysAsync(house, _mayor), d => !d.Mark.StartsWith("beat-", StringComparison.Ordinal));
    }

    private static async Task FillAsync(TestHouse house)
    {
        var now = house.Acts.Now;
        var today = LocalDay.Of(now);
        var silent = MeetingTests.AProject(12, ProjectLight.Yellow, Town.Housing.Id);
        silent.Causes = LightCause.Silence;
        await house.InsertAsync(
        [
            AMatter.Row(1, now, m => (m.LeadUnitId, m.NearAt, m.DueAt) = (Town.Housing.Id, now.AddHours(-9), now.AddHours(-1)), MatterState.InProgress),
            AMatter.Row(2, now, m => (m.LeadUnitId, m.NearAt, m.DueAt) = (Town.Housing.Id, now.AddHours(1), now.AddHours(9)), MatterState.InProgress),
            MeetingTests.AProject(11, ProjectLight.Red, Town.Housing.Id), silent, MeetingTests.AProject(13, ProjectLight.Green, Town.Housing.Id),
        ]);
        await house.InsertAsync([NeedOf(11, today, now)]);
        (await CadenceTests.KeepAsync(house, CadenceTests.Weekly(today))).Made();
        var meeting = (await house.Services.GetRequiredService<MeetingsHandler>().PlanAsync(
            new PlanMeeting(BeatKind.Dispatch, "调度会议", Town.Hotline.Id, today.AddDays(3)), house.ActAs(Town.Supervisor), default)).Made();
        (await house.Services.GetRequiredService<DecisionsHandler>().MakeAsync(
            new MakeDecision(meeting, "成立道路攻坚专班", Town.Housing.Id, today.AddDays(9)), house.ActAs(Town.Supervisor), default)).Made();
    }

    private static ElementNeed NeedOf(long project, DateOnly today, DateTimeOffset at) => new()
    {
        Id = 71,
        ProjectId = project,
        Kind = ElementKind.Land,
        Text = "用地指标",
        AskedById = Town.County.Id,
        AskedOn = today,
        UnitId = Town.Housing.Id,
        DueOn = today.AddDays(4),
        State = NeedState.Assigned,
        UpdatedAt = at,
        UpdatedBy = "x",
    };

    private static ToDoAsk Ask(TestHouse house, Actor who) => new(who, house.Acts.Now, house.Services.GetRequiredService<Offices>().Current, 50);

    private static Task<List<ToDoPart>> NowAsync(TestHouse house, Actor who) => house.ReadAsync(async db =>
    {
        var parts = new List<ToDoPart>();
        foreach (var room in house.Services.GetServices<IToDo>())
        {
            parts.Add(await room.NowAsync(db, Ask(house, who), default));
        }
        return parts.OrderBy(p => p.Kind).ToList();
    });

    private static Task<List<ToDoDay>> DaysAsync(TestHouse house, Actor who) => house.ReadAsync(async db =>
    {
        var days = new List<ToDoDay>();
        foreach (var room in house.Services.GetServices<IToDo>())
        {
            days.AddRange(await room.DaysAsync(db, Ask(house, who), default));
        }
        return days;
    });
}
