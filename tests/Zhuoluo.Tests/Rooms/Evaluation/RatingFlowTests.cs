using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Evaluation;

public sealed class RatingFlowTests
{
    [Theory, EachDatabase]
    public async Task A_bad_rating_is_called_about_fixed_in_a_new_round_and_settled_by_the_second_call(Db db)
    {
        await using var house = await OpenAsync(db);
        var receipt = await AnsweredAsync(house);
        await RateAsync(house, receipt, 1);
        await house.DrainAsync();
        var item = await house.ReadAsync(r => r.Set<Dissatisfaction>().SingleAsync());
        Assert.Equal((DissatisfactionState.AwaitingCall, 1, Town.Housing.Id), (item.State, item.Grade, item.UnitId));
        // First contact one working day, fix five, both at closing time (rules A7.5): from Monday 2026-03-02.
        Assert.Equal(new DateOnly(2026, 3, 3), LocalDay.Of(item.CallDueAt));
        Assert.Equal(new DateOnly(2026, 3, 9), LocalDay.Of(item.FixDueAt));

        await DoAsync(house, item, DissatisfactionVerb.Call, Town.Dispatcher);
        await DoAsync(house, item, DissatisfactionVerb.Fix, Town.Dispatcher);
        Assert.Equal((MatterState.InProgress, 2), await house.ReadAsync(r => r.Set<Matter>().Select(m => new ValueTuple<MatterState, int>(m.State, m.Round)).SingleAsync()));
        await AnswerAsync(house, receipt);
        await house.DrainAsync();
        Assert.Equal(DissatisfactionState.AwaitingSecondCall, await StateAsync(house));
        await DeedAsync(house, receipt, Verb.CallBack, Town.Supervisor, d => d with { Result = CallResult.Reached, IsSolved = true });
        await house.DrainAsync();

        var ended = await house.ReadAsync(r => r.Set<Dissatisfaction>().SingleAsync());
        Assert.Equal(DissatisfactionState.Settled, ended.State);
        Assert.NotNull(ended.FixedAt);
        await house.DrainAsync();
        Assert.Equal(4, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "dissatisfaction.moved")));
    }

    [Theory, EachDatabase]
    public async Task Not_solved_on_a_call_puts_it_on_the_list_once_and_reopening_is_the_fix(Db db)
    {
        await using var house = await OpenAsync(db);
        var receipt = await AnsweredAsync(house);
        await DeedAsync(house, receipt, Verb.CallBack, Town.Supervisor, d => d with { Result = CallResult.Reached, IsSolved = false });
        await house.DrainAsync();
        await DeedAsync(house, receipt, Verb.CallBack, Town.Supervisor, d => d with { Result = CallResult.Reached, IsSolved = false });
        await house.DrainAsync();
        Assert.Equal(DissatisfactionState.Verified, await StateAsync(house));
        await DeedAsync(house, receipt, Verb.Reopen, Town.Supervisor, d => d with { Reason = "没有解决" });
        await house.DrainAsync();
        Assert.Equal(DissatisfactionState.Fixing, await StateAsync(house));
    }

    [Theory, EachDatabase]
    public async Task A_struck_rating_is_an_exclusion_with_two_people(Db db)
    {
        await using var house = await OpenAsync(db);
        var receipt = await AnsweredAsync(house);
        await RateAsync(house, receipt, 2);
        var item = await house.ReadAsync(r => r.Set<Dissatisfaction>().SingleAsync());
        await DoAsync(house, item, DissatisfactionVerb.Call, Town.Dispatcher);
        await DoAsync(house, item, DissatisfactionVerb.AskExit, Town.HousingHead, d => d with { Exit = DissatisfactionExit.Struck });
        await DoAsync(house, item, DissatisfactionVerb.GrantExit, Town.Supervisor);
        var exclusion = await house.ReadAsync(r => r.Set<RateExclusion>().SingleAsync());
        Assert.Equal((true, Town.HousingHead.PersonId, Town.Supervisor.PersonId), (exclusion.IsApproved, exclusion.AskedById, exclusion.DecidedById));
    }

    [Fact]
    public async Task Who_does_not_see_the_matter_does_not_find_the_item()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var receipt = await AnsweredAsync(house);
        await RateAsync(house, receipt, 2);
        var item = await house.ReadAsync(r => r.Set<Dissatisfaction>().SingleAsync());
        var other = Town.Somebody(301, "外单位", Role.UnitHead, Town.TownHall);
        var outcome = await house.Services.GetRequiredService<DissatisfiedHandler>().HandleAsync(new(item.Id, DissatisfactionVerb.ReportFix, 0) { Note = "x" }, house.ActAs(other), default);
        Assert.Equal("not-found", outcome.Refused().Code);
    }

    [Fact]
    public async Task The_token_is_made_with_the_answer_kept_as_a_print_and_runs_out()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var receipt = await AnsweredAsync(house);
        var offer = await house.ReadAsync(r => r.Set<Rating>().SingleAsync());
        var vault = house.Services.GetRequiredService<Vault>();
        var token = ReceiptCodes.TokenOf(vault, receipt.MatterId, 1);
        Assert.Equal((null, Town.Housing.Id), (offer.GivenAt, offer.UnitId));
        Assert.Equal(ReceiptCodes.PrintOf(vault, token), offer.TokenPrint);
        house.Clock.Advance(TimeSpan.FromDays(31));
        var late = await RateOutcomeAsync(house, receipt, 5, token);
        Assert.Equal("rating-too-late", late.Refused().Code);
    }

    [Theory]
    [InlineData("10.8.0.0/16", "10.8.3.4", true)]
    [InlineData("10.8.0.0/16", "10.9.3.4", false)]
    [InlineData("10.8.0.0/16", "::ffff:10.8.3.4", true)]
    [InlineData("2001:db8::/32", "2001:db8:1::5", true)]
    public async Task Nobody_rates_from_an_office(string range, string address, bool isRefused)
    {
        await using var house = await OpenAsync(Db.Sqlite);
        await house.InsertAsync([new OfficeNetwork { Id = 1, Range = range, Note = "县政务大楼", AddedAt = house.Acts.Now }]);
        var receipt = await AnsweredAsync(house);
        var outcome = await RateOutcomeAsync(house, receipt, 5, address: address);
        Assert.Equal(isRefused ? "office-may-not-rate" : null, outcome.Match(_ => (string?)null, r => r.Code));
    }

    [Fact]
    public async Task Many_ratings_from_one_device_raise_an_alarm_and_all_stay()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        for (var i = 0; i < 4; i++)
        {
            var receipt = await AnsweredAsync(house);
            Assert.False((await RateOutcomeAsync(house, receipt, 5, device: "one-device", address: $"192.0.{i}.7")).IsRefused(out _, out _));
            house.Clock.Advance(TimeSpan.FromMinutes(30));
        }
        var alarm = await house.ReadAsync(r => r.Set<RatingAlarm>().SingleAsync(a => a.Kind == RatingAlarmKind.Device));
        Assert.Equal((4, null), (alarm.Ratings, alarm.JudgedAt));
        Assert.Equal([alarm.Id], await house.ReadAsync(r => r.Set<AlarmNotice>().Where(n => n.Kind == NoticeKind.RatingAlarm && n.Mark == "rating/" + alarm.Id).Select(n => n.SubjectId).ToListAsync()));
        Assert.Equal(4, await house.ReadAsync(r => r.Set<Rating>().CountAsync(x => x.GivenAt != null)));
    }

    [Theory, EachDatabase]
    public async Task Items_of_the_national_list_are_kept_with_their_version_and_no_others(Db db)
    {
        await using var house = await OpenAsync(db);
        var receipt = await AnsweredAsync(house);
        Assert.Equal("unknown-grade", (await RateOutcomeAsync(house, receipt, 5, items: new() { ["own-item"] = 5 })).Refused().Code);
        (await RateOutcomeAsync(house, receipt, 5, items: new() { ["efficiency"] = 3 })).Made();
        Assert.Equal("2020-1", (await house.ReadAsync(r => r.Set<Rating>().SingleAsync())).ItemsVersion);
        Assert.Equal(("efficiency", 3), await house.ReadAsync(r => r.Set<RatingItem>().Select(i => new ValueTuple<string, int>(i.Code, i.Grade)).SingleAsync()));
    }

    internal static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        await house.Services.GetRequiredService<Offices>().RefreshAsync(default);
        return house;
    }

    /// <summary>Handled by the housing office and answered, a second person agreed.</summary>
    internal static async Task<Receipt> AnsweredAsync(TestHouse house, bool isConfidential = false)
    {
        var receipt = (await house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(
            new RegisterMatter(MatterKind.Help, Channel.Web, "上坪村停水三天，没有提前通知。", "360821101201") { Contact = new Contact("王小明", "13800001234", null), IsConfidential = isConfidential }, house.ActAs(Actor.Public), default)).Made();
        await DeedAsync(house, receipt, Verb.Accept, Town.Dispatcher);
        await DeedAsync(house, receipt, Verb.Assign, Town.Dispatcher, d => d with { UnitId = Town.Housing.Id });
        await DeedAsync(house, receipt, Verb.Sign, Town.HousingHead);
        await AnswerAsync(house, receipt);
        return receipt;
    }

    internal static async Task AnswerAsync(TestHouse house, Receipt receipt)
    {
        await DeedAsync(house, receipt, Verb.Answer, Town.HousingHead, d => d with { Text = "停水管道已修复，上坪村恢复供水。", Outcome = MatterOutcome.Solved });
        await DeedAsync(house, receipt, Verb.ApproveAnswer, Town.Dispatcher);
    }

    internal static async Task DeedAsync(TestHouse house, Receipt receipt, Verb verb, Actor who, Func<Deed, Deed>? with = null)
    {
        var deed = new Deed(receipt.MatterId, verb, 0);
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(with?.Invoke(deed) ?? deed, house.ActAs(who), default)).Made();
    }

    internal static async Task RateAsync(TestHouse house, Receipt receipt, int grade) => (await RateOutcomeAsync(house, receipt, grade)).Made();

    internal static Task<Outcome<Rated>> RateOutcomeAsync(
        TestHouse house, Receipt receipt, int grade, string? secret = null, string address = "198.51.100.7", string? device = null, Dictionary<string, int>? items = null) =>
        house.Services.GetRequiredService<RateMatterHandler>().HandleAsync(
            new RateMatter(receipt.Number, secret ?? receipt.Code, grade) { Address = address, Device = device, Comment = "还是没水", Items = items ?? [] }, house.ActAs(Actor.Public), default);

    internal static async Task DoAsync(TestHouse house, Dissatisfaction item, DissatisfactionVerb verb, Actor who, Func<DissatisfiedDeed, DissatisfiedDeed>? with = null)
    {
        var deed = new DissatisfiedDeed(item.Id, verb, 0) { Note = "已核实情况" };
        (await house.Services.GetRequiredService<DissatisfiedHandler>().HandleAsync(with?.Invoke(deed) ?? deed, house.ActAs(who), default)).Made();
    }

    private static Task<DissatisfactionState> StateAsync(TestHouse house) => house.ReadAsync(r => r.Set<Dissatisfaction>().Select(d => d.State).SingleAsync());
}
