using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

public sealed class DoDeedTests
{
    private static readonly Actor _supervisor = Staff(21, Role.Supervisor, "/1001/");
    private static readonly Actor _otherHandler = Staff(22, Role.Handler, $"/1001/{County.TownOfficeId}/");

    [Theory, EachDatabase]
    public async Task Walks_the_whole_loop_and_writes_one_step_and_one_entry_a_deed(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);

        await DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId, AssistUnitIds = [County.TownOfficeId] });
        await DoneAsync(house, County.Handler, id, Verb.Sign);
        await DoneAsync(house, County.Handler, id, Verb.Answer, d => d with { Outcome = MatterOutcome.Solved, Text = "路灯已修好。" });
        await DoneAsync(house, _supervisor, id, Verb.ApproveAnswer);
        await DoneAsync(house, County.Dispatcher, id, Verb.CallBack, d => d with { Result = CallResult.Reached, IsSolved = true });
        var done = await DoneAsync(house, County.Dispatcher, id, Verb.Close);

        Assert.Equal((MatterState.Closed, 8), (done.State, done.Version));
        var matter = await MatterAsync(house, id);
        Assert.Equal((MatterOutcome.Solved, false, County.Handler.PersonId), (matter.Outcome, matter.IsOpen, matter.HandlerId));
        Assert.NotNull(matter.ClosedAt);
        Assert.Null(matter.DueAt);
        Assert.Equal(8, await house.ReadAsync(r => r.Set<Step>().CountAsync(s => s.MatterId == id)));
        var holdings = await house.ReadAsync(r => r.Set<Holding>().OrderBy(h => h.Id).ToListAsync());
        Assert.Equal([HoldingEnd.Answered, HoldingEnd.Answered], holdings.Select(h => h.End));
        Assert.NotNull(holdings[0].SignedAt);
        await house.DrainAsync();
        var kinds = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["matter.registered", "matter.accepted", "matter.assigned", "matter.signed", "matter.answered", "matter.answer-approved", "matter.called-back", "matter.closed"], kinds);
        // What was said is committed to and sealed under the requester's key.
        Assert.Equal(7, await house.ReadAsync(r => r.Set<SealedOpening>().CountAsync(o => o.Class == "matter.step.v1")));
    }

    [Theory, EachDatabase]
    public async Task Two_editors_at_once_the_second_is_told_who_did_what(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        var deed = new Deed(id, Verb.Accept, 1);

        Assert.False((await DoAsync(house, County.Dispatcher, deed)).IsRefused(out _, out _));
        var second = await DoAsync(house, County.Dispatcher, new Deed(id, Verb.Assign, 1) { UnitId = County.BureauId });

        Assert.True(second.IsRefused(out var refusal, out _));
        var changed = Assert.IsType<ChangedMeanwhile>(refusal);
        Assert.Equal((County.Dispatcher.Name, (TextKey?)new TextKey("verb.accept")), (changed.By, changed.What));
    }

    [Theory, EachDatabase]
    public async Task Both_at_the_same_instant_one_is_done_and_one_refused(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);

        var both = await Task.WhenAll(
            DoAsync(house, County.Dispatcher, new Deed(id, Verb.Accept, 1)),
            DoAsync(house, County.Dispatcher, new Deed(id, Verb.ProposeDecline, 1) { Reason = "不属实", ReasonCode = "beyond-duty" }));

        Assert.Single(both, o => o.IsRefused(out var refusal, out _) && refusal is ChangedMeanwhile or WrongState);
        Assert.Equal(2, (await MatterAsync(house, id)).Version);
    }

    [Theory, EachDatabase]
    public async Task The_same_form_twice_is_done_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        await DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        var urge = new Deed(id, Verb.Urge, 0) { Reason = "请抓紧", OnceKey = "form-1" };

        await DoAsync(house, _supervisor, urge);
        await DoAsync(house, _supervisor, urge);

        Assert.Equal(1, (await MatterAsync(house, id)).UrgeCount);
    }

    [Theory, EachDatabase]
    public async Task A_matter_under_a_main_one_gets_its_own_copy_of_the_answer_and_closes_with_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var main = await TakenAsync(house);
        var sub = await TakenAsync(house, phone: "13900001111");
        await DoneAsync(house, County.Dispatcher, main, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, sub, Verb.Merge, d => d with { OtherMatterId = main });
        await DoneAsync(house, County.Dispatcher, main, Verb.Assign, d => d with { UnitId = County.BureauId });
        await DoneAsync(house, County.Handler, main, Verb.Sign);
        await DoneAsync(house, County.Handler, main, Verb.Answer, d => d with { Outcome = MatterOutcome.PartlySolved, Text = "先修了三盏。" });
        await DoneAsync(house, _supervisor, main, Verb.ApproveAnswer);

        var answered = await MatterAsync(house, sub);
        Assert.Equal((MatterState.Merged, MatterOutcome.PartlySolved), (answered.State, answered.Outcome));
        Assert.Equal("先修了三盏。", (await house.ReadAsync(r => r.Set<Answer>().SingleAsync(a => a.MatterId == sub))).Text);
        Assert.IsType<MainStillOpen>(await RefusedAsync(house, County.Dispatcher, new Deed(sub, Verb.Close, 0)));

        await DoneAsync(house, County.Dispatcher, main, Verb.CallBack, d => d with { Result = CallResult.WantsNoCall });
        await DoneAsync(house, County.Dispatcher, main, Verb.Close);

        var closed = await MatterAsync(house, sub);
        Assert.Equal((MatterState.Closed, (long?)County.BureauId), (closed.State, closed.LeadUnitId));
        Assert.Equal(Verb.Close, await house.ReadAsync(r => r.Set<Step>().Where(s => s.MatterId == sub).OrderByDescending(s => s.Id).Select(s => s.Verb).FirstAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_requester_withdraws_with_the_code_of_the_receipt_only(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await ReceiptAsync(house);
        var deed = new Deed(receipt.MatterId, Verb.Withdraw, 0) { Reason = "已经自己解决" };

        Assert.IsType<NotPermitted>(await RefusedAsync(house, Actor.Public, deed with { Code = "0000000000" }));
        Assert.False((await DoAsync(house, Actor.Public, deed with { Code = receipt.Code })).IsRefused(out _, out _));
        Assert.Equal(MatterState.Withdrawn, (await MatterAsync(house, receipt.MatterId)).State);
    }

    [Theory, EachDatabase]
    public async Task Another_unit_cannot_sign_and_a_confidential_matter_is_not_there_for_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        await DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });

        Assert.IsType<NotPermitted>(await RefusedAsync(house, _otherHandler, new Deed(id, Verb.Sign, 0)));
        await house.Writer.WriteAsync<Done>(house.System(), async work =>
        {
            (await work.Db.Set<Matter>().SingleAsync(m => m.Id == id)).IsConfidential = true;
            return Done.Value;
        }, default);
        Assert.IsType<NotFound>(await RefusedAsync(house, _otherHandler, new Deed(id, Verb.Sign, 0)));
        await DoneAsync(house, County.Handler, id, Verb.Sign);
    }

    [Theory, EachDatabase]
    public async Task Assigns_many_each_standing_or_falling_alone(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var ready = await TakenAsync(house);
        await DoneAsync(house, County.Dispatcher, ready, Verb.Accept);
        var notReady = await TakenAsync(house);

        var outcome = await house.Services.GetRequiredService<AssignMany>().DoAsync([ready, notReady, 5], County.BureauId, [], house.ActAs(County.Dispatcher), default);

        var all = outcome.Match(a => a, _ => []);
        Assert.Equal([true, false, false], all.Select(a => !a.Outcome.IsRefused(out _, out _)));
        Assert.Equal(MatterState.AwaitingSignature, (await MatterAsync(house, ready)).State);
    }

    [Theory, EachDatabase]
    public async Task Offers_what_can_be_done_and_every_offer_is_kept(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        await DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        var deeds = house.Services.GetRequiredService<IDeeds>();
        var matter = await MatterAsync(house, id);

        Assert.Equal([Verb.Sign, Verb.Return], deeds.Offered(matter, [], County.Handler, house.Acts.Now).Select(t => t.Verb));
        Assert.Empty(deeds.Offered(matter, [], _otherHandler, house.Acts.Now));
        Assert.Equal([Verb.Urge], deeds.Offered(matter, [], _supervisor, house.Acts.Now).Select(t => t.Verb));
    }

    [Theory, EachDatabase]
    public async Task Open_deadlines_move_when_the_calendar_changes_and_only_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        var before = (await MatterAsync(house, id)).DueAt;
        var holder = house.Services.GetServices<IDeadlineHolder>().OfType<RecomputeDeadlines>().Single();
        var closed = new CalendarYear(2026, new Dictionary<DateOnly, string> { [new(2026, 3, 4)] = "假日" }, new Dictionary<DateOnly, string>());
        var calendar = new WorkingCalendar([.. ShippedCalendar.Years.Where(y => y.Year != 2026), closed], ShippedCalendar.OfficeHours, DayEnd.Close);

        Assert.Equal(1, await holder.RecomputeAsync(calendar, house.System(), default));
        Assert.Equal(0, await holder.RecomputeAsync(calendar, house.System(), default));
        Assert.Equal(before!.Value.AddDays(1), (await MatterAsync(house, id)).DueAt);
    }

    [Theory, EachDatabase]
    public async Task What_somebody_signed_for_goes_to_the_successor(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await TakenAsync(house);
        await DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await DoneAsync(house, County.Handler, id, Verb.Sign);
        var port = house.Services.GetServices<IHandOver>().OfType<HandOverMatters>().Single();
        var person = County.Handler.PersonId!.Value;

        Assert.Equal([id], await house.ReadAsync(async r => (await port.HoldsAsync(r, person, County.BureauId, default)).Select(i => i.Id).ToList()));
        await house.Writer.WriteAsync<int>(house.System(), async work => await port.PassAsync(work, person, County.BureauId, 77, default), default);
        Assert.Equal(77, (await MatterAsync(house, id)).HandlerId);
    }

    internal static async Task<long> TakenAsync(TestHouse house, string? phone = null) => (await ReceiptAsync(house, phone)).MatterId;

    internal static async Task<DeedDone> DoneAsync(TestHouse house, Actor who, long id, Verb verb, Func<Deed, Deed>? with = null)
    {
        var deed = new Deed(id, verb, 0) { Reason = "理由" };
        return (await DoAsync(house, who, with is null ? deed : with(deed))).Match(d => d, r => throw new InvalidOperationException(r.ToString()));
    }

    internal static Actor Staff(long id, Role role, string path) => new(ActorKind.Staff, id, $"person {id}", County.Code, [new Grant(role, path, null)]);

    private static async Task<Receipt> ReceiptAsync(TestHouse house, string? phone = null)
    {
        var command = phone is null ? County.Matter() : County.Matter() with { Contact = new Contact("李小红", phone, null) };
        var outcome = await house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command, house.ActAs(Actor.Public), default);
        return outcome.Match(r => r, refusal => throw new InvalidOperationException(refusal.ToString()));
    }

    private static Task<Outcome<DeedDone>> DoAsync(TestHouse house, Actor who, Deed deed) =>
        house.Services.GetRequiredService<IDeeds>().DoAsync(deed, house.ActAs(who), default);

    private static async Task<Refusal> RefusedAsync(TestHouse house, Actor who, Deed deed) =>
        (await DoAsync(house, who, deed)).Match(_ => throw new InvalidOperationException("It was done."), r => r);

    private static Task<Matter> MatterAsync(TestHouse house, long id) => house.ReadAsync(r => r.Set<Matter>().SingleAsync(m => m.Id == id));
}
