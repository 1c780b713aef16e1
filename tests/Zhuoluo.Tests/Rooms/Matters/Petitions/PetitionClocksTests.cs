using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Petitions;

/// <summary>The table of rules A8: natural days to 24:00, and nothing of the county's working days, hours or pauses.</summary>
public sealed class PetitionClocksTests
{
    // 2026-03-02 is a Monday; 15, 30 and 60 natural days on are 03-17 (Tuesday), 04-01 (Wednesday) and 05-01, Labour Day, whose holiday ends on 05-05.
    [Theory]
    [InlineData(nameof(DeadlineStep.Register), "15d", "2026-03-17")]
    [InlineData(nameof(DeadlineStep.Tell), "15d", "2026-03-17")]
    [InlineData(nameof(DeadlineStep.Return), "5wd", "2026-03-09")]
    [InlineData(nameof(DeadlineStep.Handle), "60d", "2026-05-06")]
    [InlineData(nameof(DeadlineStep.AskReview), "30d", "2026-04-01")]
    [InlineData(nameof(DeadlineStep.DecideReview), "30d", "2026-04-01")]
    public void Each_limit_ends_on_its_natural_day_at_midnight(string step, string limit, string due)
    {
        var found = APetition.At(PetitionStage.Registered).LimitOf(Enum.Parse<DeadlineStep>(step));
        var answer = Deadlines.Brief(ClockRun.Plain(found, AFile.Now), ShippedCalendar.Calendar.EndingAt(DayEnd.Midnight), AFile.Now);
        Assert.Equal(limit, found.ToString());
        Assert.Equal(due, answer.DueDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, answer.Due.ToOffset(LocalDay.Offset).TimeOfDay);
    }

    [Fact]
    public void Only_the_objection_is_in_working_days()
    {
        var rows = ShippedProfiles.All.Single(p => p.Code == DeadlineProfile.Petition).Rows;
        Assert.Equal([DeadlineStep.Return], rows.Where(r => r.Limit.Unit != LimitUnit.NaturalDay).Select(r => r.Step));
    }

    [Theory, EachDatabase]
    public async Task From_registering_to_acceptance_the_matter_shows_the_laws_limit_and_never_the_countys(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await house.RegisteredAsync();
        Assert.Equal(new DateOnly(2026, 3, 17), LocalDay.Of(receipt.DueAt!.Value.AddTicks(-1)));

        var id = receipt.MatterId;
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Sort, d => d with { Sort = PetitionSort.Claim, Route = PetitionRoute.Opinion });
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Forward, d => d with { UnitId = County.BureauId });
        Assert.Null((await house.MatterAsync(id)).DueAt);
        house.Clock.Advance(TimeSpan.FromDays(3));
        await house.DoneAsync(County.Handler, id, PetitionVerb.TellAccepted);

        var matter = await house.MatterAsync(id);
        Assert.Equal((MatterState.InProgress, DeadlineProfile.Petition), (matter.State, matter.ProfileCode));
        // 60 days after Thursday 2026-03-05 is Monday 2026-05-04, a rest day of Labour Day; 05-06 is the next working day (Civil Code a. 203).
        Assert.Equal(new DateOnly(2026, 5, 6), LocalDay.Of(matter.DueAt!.Value.AddTicks(-1)));
        var clocks = await house.ReadAsync(r => r.Set<Clock>().Where(c => c.MatterId == id && c.Stage != ClockStage.Sign).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(ClockStage.Forward, "15d"), (ClockStage.Handle, "60d")], clocks.Select(c => (c.Stage, c.Limit)));
        var own = await house.ReadAsync(r => r.Set<PetitionClock>().Where(c => c.MatterId == id).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(PetitionClockStage.Tell, "15d"), (PetitionClockStage.Object, "5wd")], own.Select(c => (c.Stage, c.Limit)));
        Assert.All(own, c => Assert.NotNull(c.StoppedAt));
    }

    [Theory, EachDatabase]
    public async Task A_question_to_the_petitioner_and_a_suspension_do_not_stop_the_sixty_days(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await house.AcceptedAsync();
        var due = (await house.MatterAsync(id)).DueAt;
        await MoveAsync(house, County.Handler, id, Verb.AskRequester, d => d with { Text = "请提供协议。" });
        Assert.False((await house.MatterAsync(id)).IsPaused);
        house.Clock.Advance(TimeSpan.FromDays(9));
        await MoveAsync(house, County.Handler, id, Verb.RequesterAnswers, d => d with { Text = "已交。" });
        Assert.Equal(due, (await house.MatterAsync(id)).DueAt);
    }

    [Theory, EachDatabase]
    public async Task The_head_extends_once_by_at_most_thirty_natural_days(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await house.AcceptedAsync();
        var deeds = house.Services.GetRequiredService<IDeeds>();
        var inWorkingDays = await deeds.DoAsync(new Deed(id, Verb.RequestExtension, 0) { Reason = "需鉴定", Limit = "5wd" }, house.ActAs(County.Handler), default);
        Assert.Equal("unknown-value", inWorkingDays.Refused().Code);
        var tooLong = await deeds.DoAsync(new Deed(id, Verb.RequestExtension, 0) { Reason = "需鉴定", Limit = "31d" }, house.ActAs(County.Handler), default);
        Assert.Equal("extension-too-long", tooLong.Refused().Code);
        await MoveAsync(house, County.Handler, id, Verb.RequestExtension, d => d with { Reason = "需鉴定", Limit = "30d" });
        await MoveAsync(house, APetition.Head, id, Verb.ApproveExtension, d => d);
        // 90 natural days after 2026-03-02 is Sunday 2026-05-31.
        Assert.Equal(new DateOnly(2026, 6, 1), LocalDay.Of((await house.MatterAsync(id)).DueAt!.Value.AddTicks(-1)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(30, null)]
    [InlineData(31, "asked-too-late")]
    public void A_review_can_be_asked_for_until_the_thirtieth_day(int days, string? code)
    {
        var file = APetition.At(PetitionStage.OpinionGiven);
        var delivered = LocalDay.Of(AFile.Now);
        file.Start(PetitionClockStage.AskReview, PetitionLimits.StartOf(delivered), AFile.By(Zhuoluo.Foundation.Role.System));
        var act = AFile.By(Zhuoluo.Foundation.Role.Dispatcher, at: AFile.Now.AddDays(40));
        var deed = APetition.Doing(PetitionVerb.AskReview, PetitionStage.OpinionGiven) with { On = delivered.AddDays(days) };
        Assert.Equal(code, PetitionRules.Decide(file, deed, act).Match<string?>(_ => null, r => r.Code));
    }

    [Fact]
    public void The_time_of_a_hearing_is_not_counted_in_the_second_review()
    {
        var file = APetition.At(PetitionStage.InSecondReview);
        var clock = file.Running(PetitionClockStage.DecideSecondReview)!;
        Assert.Equal(new DateOnly(2026, 4, 1), LocalDay.Of(clock.DueAt.AddTicks(-1)));
        Do(file, PetitionVerb.BeginHearing, AFile.Now.AddDays(5));
        Do(file, PetitionVerb.EndHearing, AFile.Now.AddDays(12));
        Assert.Equal(new DateOnly(2026, 4, 8), LocalDay.Of(clock.DueAt.AddTicks(-1)));

        static void Do(PetitionFile file, PetitionVerb verb, DateTimeOffset at)
        {
            var act = AFile.By(Zhuoluo.Foundation.Role.Dispatcher, at: at);
            var ruling = PetitionRules.Decide(file, APetition.Doing(verb), act).Match(r => r, refusal => throw new InvalidOperationException(refusal.Code));
            foreach (var change in ruling.Changes)
            {
                change(file);
            }
        }
    }

    private static async Task MoveAsync(TestHouse house, Actor who, long id, Verb verb, Func<Deed, Deed> with) =>
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(with(new Deed(id, verb, 0)), house.ActAs(who), default)).Made();
}
