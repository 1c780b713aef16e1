using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Evaluation;

/// <summary>The table of the dissatisfied (rules A7.4, A2.18), pure.</summary>
public sealed class DissatisfiedLinesTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_state_on_the_list_can_be_left_and_none_off_it_but_the_deferred()
    {
        Assert.All(Enum.GetValues<DissatisfactionState>().Where(s => s.IsOnList()), s => Assert.Contains(DissatisfactionLines.All, l => l.From == s && l.To != s));
        Assert.All(DissatisfactionLines.All.Where(l => !l.From.IsOnList()), l => Assert.Equal(DissatisfactionState.Deferred, l.From));
    }

    [Fact]
    public void There_are_four_lawful_exits_and_one_that_is_not_counted() =>
        Assert.Equal(
            [DissatisfactionState.Settled, DissatisfactionState.Judged, DissatisfactionState.Deferred, DissatisfactionState.HandedOver, DissatisfactionState.Struck],
            Enum.GetValues<DissatisfactionState>().Where(s => !s.IsOnList()));

    [Fact]
    public void Nobody_leaves_the_list_except_by_the_requester_s_word_or_a_second_person() =>
        Assert.All(DissatisfactionLines.All.Where(l => l.From.IsOnList() && l.To is null or >= DissatisfactionState.Settled && l.From.IsOnList()),
            l => Assert.True(l.Verb == DissatisfactionVerb.Settle || l.Asks.HasFlag(Asks.OtherPerson)));

    [Fact]
    public void Who_asked_for_the_exit_cannot_grant_it()
    {
        var item = Item(DissatisfactionState.AwaitingDecision);
        item.AskedExit = DissatisfactionExit.Judged;
        var asked = Step(DissatisfactionVerb.AskExit, 0, Town.Supervisor);
        Assert.Equal("asker-decides", Decide(item, [asked], DissatisfactionVerb.GrantExit, Town.Supervisor).Refused().Code);
        var other = Town.Somebody(300, "另一督查", Role.Supervisor, Town.County);
        Assert.Equal(DissatisfactionState.Judged, Decide(item, [asked], DissatisfactionVerb.GrantExit, other).Made());
    }

    [Fact]
    public void Calling_is_given_up_after_three_days_and_not_after_three_calls()
    {
        var item = Item(DissatisfactionState.AwaitingCall);
        var sameDay = Enumerable.Range(0, 3).Select(i => Step(DissatisfactionVerb.MissCall, 0, Town.Dispatcher)).ToList();
        Assert.Equal("tries-missing", Decide(item, sameDay, DissatisfactionVerb.GiveUpCalling, Town.Dispatcher).Refused().Code);
        var threeDays = Enumerable.Range(0, 3).Select(i => Step(DissatisfactionVerb.MissCall, i, Town.Dispatcher)).ToList();
        Assert.Equal(DissatisfactionState.Verified, Decide(item, threeDays, DissatisfactionVerb.GiveUpCalling, Town.Dispatcher).Made());
    }

    [Fact]
    public void What_is_put_off_has_a_reason_and_a_day_ahead()
    {
        var item = Item(DissatisfactionState.Verified);
        Assert.Equal("missing", Ask(item, new(1, DissatisfactionVerb.AskExit, 0) { Exit = DissatisfactionExit.Deferred }).Refused().Code);
        Assert.Equal("missing", Ask(item, new(1, DissatisfactionVerb.AskExit, 0) { Exit = DissatisfactionExit.Deferred, Note = "需列入明年计划" }).Refused().Code);
        Assert.Equal("date-not-ahead", Ask(item, new(1, DissatisfactionVerb.AskExit, 0) { Exit = DissatisfactionExit.Deferred, Note = "需列入明年计划", ReviewOn = new DateOnly(2026, 3, 2) }).Refused().Code);
        Assert.Equal(DissatisfactionState.AwaitingDecision, Ask(item, new(1, DissatisfactionVerb.AskExit, 0) { Exit = DissatisfactionExit.Deferred, Note = "需列入明年计划", ReviewOn = new DateOnly(2026, 9, 1) }).Made());
    }

    [Fact]
    public void A_word_on_a_call_cannot_be_struck() =>
        Assert.Equal("only-ratings-are-struck", Ask(Item(DissatisfactionState.Verified, DissatisfactionSource.Draw), new(1, DissatisfactionVerb.AskExit, 0) { Exit = DissatisfactionExit.Struck, Note = "误评" }).Refused().Code);

    [Fact]
    public void The_unit_explains_and_reports_but_does_not_call_or_decide()
    {
        Assert.Equal("not-permitted", Decide(Item(DissatisfactionState.AwaitingCall), [], DissatisfactionVerb.Call, Town.HousingHead).Refused().Code);
        Assert.Equal(DissatisfactionState.AwaitingSecondCall, Decide(Item(DissatisfactionState.Fixing), [], DissatisfactionVerb.ReportFix, Town.HousingHead).Made());
        Assert.Equal("not-permitted", Decide(Item(DissatisfactionState.AwaitingDecision), [], DissatisfactionVerb.GrantExit, Town.HousingHead).Refused().Code);
        Assert.Equal("not-permitted", Decide(Item(DissatisfactionState.Fixing), [], DissatisfactionVerb.ReportFix, Town.TownClerk).Refused().Code);
    }

    [Fact]
    public void The_matter_s_own_history_moves_it_on()
    {
        var matter = AMatter.Row(1, _now, m => m.Round = 2);
        Assert.Equal(DissatisfactionVerb.Fix, DissatisfiedFollower.Next(Item(DissatisfactionState.Verified), matter, [], [])!.Value.Verb);
        Assert.Equal(DissatisfactionVerb.Settle, DissatisfiedFollower.Next(Item(DissatisfactionState.AwaitingSecondCall), matter, [], [Call(2, true)])!.Value.Verb);
        Assert.Equal(DissatisfactionVerb.StillDissatisfied, DissatisfiedFollower.Next(Item(DissatisfactionState.AwaitingSecondCall), matter, [], [Call(2, false)])!.Value.Verb);
        Assert.Null(DissatisfiedFollower.Next(Item(DissatisfactionState.AwaitingSecondCall), matter, [], [Call(1, true)]));
    }

    private static CallBack Call(int round, bool isSolved) => new() { Id = round, MatterId = 1, Round = round, At = _now, Result = CallResult.Reached, IsSolved = isSolved };

    private static Outcome<DissatisfactionState> Ask(Dissatisfaction item, DissatisfiedDeed deed) =>
        DissatisfiedDecision.Decide(item, [], deed, Town.Housing.Path, Act(Town.HousingHead));

    private static Outcome<DissatisfactionState> Decide(Dissatisfaction item, IReadOnlyList<DissatisfactionStep> steps, DissatisfactionVerb verb, Actor who) =>
        DissatisfiedDecision.Decide(item, steps, new(item.Id, verb, 0) { Note = "已核实" }, Town.Housing.Path, Act(who));

    private static Act Act(Actor who) => new(who, _now, Door.Page, null, Guid.Empty, new IdSource(0), new SeededChance(1));

    private static DissatisfactionStep Step(DissatisfactionVerb verb, int day, Actor who) => new()
    {
        Id = day,
        DissatisfactionId = 1,
        Verb = verb,
        FromState = DissatisfactionState.AwaitingCall,
        ToState = DissatisfactionState.AwaitingCall,
        At = _now.AddDays(day),
        PersonId = who.PersonId,
        PersonName = who.Name,
    };

    private static Dissatisfaction Item(DissatisfactionState state, DissatisfactionSource source = DissatisfactionSource.Rating) => new()
    {
        Id = 1,
        MatterId = 1,
        Round = 1,
        Source = source,
        State = state,
        JudgedRound = 1,
        OpenedAt = _now,
        OpenedOn = new DateOnly(2026, 3, 2),
        CallDueAt = _now,
        FixDueAt = _now,
        UnitId = Town.Housing.Id,
    };
}
