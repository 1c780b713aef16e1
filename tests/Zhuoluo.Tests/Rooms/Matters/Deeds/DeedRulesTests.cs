using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Deeds;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

/// <summary>The rule of each verb, one call each: nothing is loaded, nothing is written.</summary>
public sealed class DeedRulesTests
{
    private static readonly Act _one = AFile.By(Role.System, 1);
    private static readonly Act _other = AFile.By(Role.System, 2);

    [Theory]
    [InlineData(MatterState.DeclineProposed, Verb.ConfirmDecline, ProposalKind.Decline)]
    [InlineData(MatterState.DeclineProposed, Verb.RejectDecline, ProposalKind.Decline)]
    [InlineData(MatterState.ReturnDisputed, Verb.UpholdReturn, ProposalKind.Return)]
    [InlineData(MatterState.ReturnDisputed, Verb.RejectReturn, ProposalKind.Return)]
    [InlineData(MatterState.InProgress, Verb.ApproveExtension, ProposalKind.Extension)]
    [InlineData(MatterState.InProgress, Verb.RefuseExtension, ProposalKind.Extension)]
    [InlineData(MatterState.InProgress, Verb.ApproveSuspension, ProposalKind.Suspension)]
    [InlineData(MatterState.InProgress, Verb.RefuseSuspension, ProposalKind.Suspension)]
    internal void Who_asks_does_not_decide(MatterState state, Verb verb, ProposalKind kind)
    {
        var file = AFile.Fresh(state);
        Assert.IsType<NothingToDecide>(file.Refused(AFile.Doing(verb), _one));
        file.Proposals.Add(AFile.Waiting(kind, by: 1));
        Assert.IsType<SamePerson>(file.Refused(AFile.Doing(verb), _one));
        file.Done(AFile.Doing(verb), _other);
        Assert.Equal(2, file.Proposals[0].DecidedById);
    }

    [Fact]
    public void Who_answers_does_not_review()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        file.Done(AFile.Doing(Verb.Answer), _one);
        Assert.IsType<SamePerson>(file.Refused(AFile.Doing(Verb.ApproveAnswer), _one));
        Assert.Equal(MatterOutcome.None, file.Matter.Outcome);
        file.Done(AFile.Doing(Verb.ApproveAnswer), _other);
        Assert.Equal((MatterState.AwaitingCallBack, MatterOutcome.Solved), (file.Matter.State, file.Matter.Outcome));
    }

    [Fact]
    public void Declines_only_for_a_reason_of_the_legal_list() =>
        Assert.Equal("reasonCode", Assert.IsType<UnknownValue>(AFile.Fresh(MatterState.Registered).Refused(AFile.Doing(Verb.ProposeDecline) with { ReasonCode = "too-busy" }, _one)).Field);

    [Fact]
    public void Says_not_possible_only_with_a_ground_of_the_list()
    {
        var deed = AFile.Doing(Verb.Answer) with { Outcome = MatterOutcome.NotPossible };
        Assert.Equal("groundCode", Assert.IsType<Missing>(AFile.Fresh(MatterState.InProgress).Refused(deed, _one)).Field);
        Assert.Equal("groundCode", Assert.IsType<UnknownValue>(AFile.Fresh(MatterState.InProgress).Refused(deed with { GroundCode = "too-hard" }, _one)).Field);
        var file = AFile.Fresh(MatterState.InProgress);
        file.Done(deed with { GroundCode = "no-legal-basis" }, _one);
        Assert.Equal("no-legal-basis", file.LastAnswer!.GroundCode);
    }

    [Fact]
    public void Returns_once_and_not_after_it_was_adjudicated_or_assigned_again()
    {
        var file = AFile.Fresh(MatterState.AwaitingSignature);
        file.Done(AFile.Doing(Verb.Return), _one);
        file.Done(AFile.Doing(Verb.RejectReturn), _other);
        Assert.Equal(MatterState.AwaitingSignature, file.Matter.State);
        Assert.IsType<ReturnBarred>(file.Refused(AFile.Doing(Verb.Return), _one));

        var again = AFile.Fresh(MatterState.AwaitingSignature);
        again.Done(AFile.Doing(Verb.Return), _one);
        again.Done(AFile.Doing(Verb.UpholdReturn), _other);
        Assert.Equal((1, (long?)null), (again.Matter.ReturnCount, again.Matter.LeadUnitId));
        again.Done(AFile.Doing(Verb.Assign) with { UnitId = AFile.OtherBureauId }, _other);
        Assert.IsType<ReturnBarred>(again.Refused(AFile.Doing(Verb.Return), _one));
    }

    [Fact]
    public void Extends_once_before_the_deadline_and_not_by_more_than_the_profile_allows()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        var due = file.Matter.DueAt!.Value;
        Assert.IsType<ExtensionTooLong>(file.Refused(AFile.Doing(Verb.RequestExtension) with { Limit = "6wd" }, _one));
        Assert.IsType<UnknownValue>(file.Refused(AFile.Doing(Verb.RequestExtension) with { Limit = "many" }, _one));
        Assert.IsType<DeadlinePassed>(file.Refused(AFile.Doing(Verb.RequestExtension), AFile.By(Role.System, at: due)));
        file.Done(AFile.Doing(Verb.RequestExtension) with { Limit = "3wd" }, _one);
        Assert.IsType<AlreadyAsked>(file.Refused(AFile.Doing(Verb.RequestExtension), _one));
        file.Done(AFile.Doing(Verb.ApproveExtension), _other);
        // Monday 9 March plus three working days.
        Assert.Equal(new DateOnly(2026, 3, 9), LocalDay.Of(due));
        Assert.Equal(new DateOnly(2026, 3, 12), LocalDay.Of(file.Matter.DueAt!.Value));
        Assert.IsType<AlreadyExtended>(file.Refused(AFile.Doing(Verb.RequestExtension), _one));
    }

    [Fact]
    public void The_clock_stands_still_while_the_requester_is_asked()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        file.Questions.Clear();
        file.Done(AFile.Doing(Verb.AskRequester), _one);
        Assert.Equal((true, Light.Paused), (file.Matter.IsPaused, Lights.Of(file.Matter, AFile.Now)));
        var twoDaysLater = AFile.Now.AddDays(2);
        file.Done(AFile.Doing(Verb.RequesterAnswers), AFile.By(Role.System, at: twoDaysLater));
        Assert.False(file.Matter.IsPaused);
        Assert.True(file.Matter.DueAt > AFile.In(MatterState.InProgress).Matter.DueAt);
        Assert.Equal("文字", file.Questions[0].Reply);
    }

    [Fact]
    public void Suspension_needs_a_day_to_come_keeps_it_open_and_not_solved()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        Assert.Equal("reviewOn", Assert.IsType<NotInTheFuture>(file.Refused(AFile.Doing(Verb.ProposeSuspension) with { ReviewOn = new DateOnly(2026, 3, 2) }, _one)).Field);
        file.Done(AFile.Doing(Verb.ProposeSuspension), _one);
        file.Done(AFile.Doing(Verb.ApproveSuspension), _other);
        Assert.Equal((true, MatterOutcome.None, Light.Suspended), (file.Matter.IsOpen, file.Matter.Outcome, Lights.Of(file.Matter, AFile.Now)));
        file.Done(AFile.Doing(Verb.Resume), _one);
        Assert.False(file.Matter.IsPaused);
    }

    [Fact]
    public void An_answer_sent_back_buys_no_time()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        var due = file.Matter.DueAt;
        file.Done(AFile.Doing(Verb.Answer), _one);
        Assert.Null(file.Matter.DueAt);
        file.Done(AFile.Doing(Verb.SendBackAnswer), AFile.By(Role.System, 2, at: AFile.Now.AddDays(1)));
        Assert.Equal((due, (DateTimeOffset?)null), (file.Matter.DueAt, file.Matter.AnsweredAt));
    }

    [Fact]
    public void Closes_only_after_the_requester_was_heard()
    {
        var file = AFile.Fresh(MatterState.AwaitingCallBack, m => m.Outcome = MatterOutcome.Solved);
        file.Calls.Clear();
        Assert.IsType<NotCalledBack>(file.Refused(AFile.Doing(Verb.Close), _one));
        var miss = AFile.Doing(Verb.CallBack) with { Result = CallResult.NotReached };
        file.Done(miss, _one);
        file.Done(miss, AFile.By(Role.System, at: AFile.Now.AddDays(1)));
        Assert.IsType<NotCalledBack>(file.Refused(AFile.Doing(Verb.Close), _one));
        file.Done(miss, AFile.By(Role.System, at: AFile.Now.AddDays(2)));
        file.Done(AFile.Doing(Verb.Close), AFile.By(Role.System, at: AFile.Now.AddDays(2)));
        Assert.Equal((MatterState.Closed, (DateOnly?)new DateOnly(2026, 3, 4)), (file.Matter.State, file.Matter.ClosedOn));
    }

    [Fact]
    public void Is_not_closed_as_solved_against_the_requesters_word()
    {
        var file = AFile.Fresh(MatterState.AwaitingCallBack, m => m.Outcome = MatterOutcome.Solved);
        file.Calls.Clear();
        Assert.Equal("isSolved", Assert.IsType<Missing>(file.Refused(AFile.Doing(Verb.CallBack) with { IsSolved = null }, _one)).Field);
        file.Done(AFile.Doing(Verb.CallBack) with { IsSolved = false }, _one);
        Assert.IsType<SaidUnsolved>(file.Refused(AFile.Doing(Verb.Close), _one));
    }

    [Fact]
    public void Reopening_is_a_new_round_with_its_own_limit()
    {
        var file = AFile.Fresh(MatterState.Closed, m => m.Round = 1);
        file.Done(AFile.Doing(Verb.Reopen), _one);
        Assert.Equal((2, MatterOutcome.None, true), (file.Matter.Round, file.Matter.Outcome, file.Matter.IsOpen));
        Assert.Equal((ClockStage.Redo, "3wd"), (file.Running!.Stage, file.Running.Limit));
        Assert.Equal(new DateOnly(2026, 3, 5), LocalDay.Of(file.Matter.DueAt!.Value));
    }

    [Fact]
    public void The_requester_reopens_within_the_window_only()
    {
        var last = LocalDay.Of(AFile.Now).AddDays(-ReopenWindow.Days);
        var file = AFile.Fresh(MatterState.Closed, m => m.ClosedOn = last.AddDays(-1));
        Assert.IsType<ReopenTooLate>(file.Refused(AFile.Doing(Verb.Reopen), AFile.Act(Actor.Public)));
        file.Matter.ClosedOn = last;
        file.Done(AFile.Doing(Verb.Reopen), AFile.Act(Actor.Public));
    }

    [Fact]
    public void Escalates_after_three_rounds()
    {
        Assert.IsType<NotYetThreeRounds>(AFile.Fresh(MatterState.InProgress, m => m.Round = 2).Refused(AFile.Doing(Verb.Escalate), _one));
        var file = AFile.Fresh(MatterState.AwaitingCallBack);
        file.Done(AFile.Doing(Verb.Escalate), _one);
        Assert.Equal((MatterState.Escalated, 4), (file.Matter.State, file.Matter.Round));
        Assert.NotNull(file.Matter.DueAt);
    }

    [Fact]
    public void A_town_is_not_made_to_lead_what_is_a_departments_duty()
    {
        var file = AFile.Fresh(MatterState.AwaitingAssignment);
        file.Category!.UsualUnits = "360821-03";
        Assert.Equal("unitId", Assert.IsType<NotItsDuty>(file.Refused(AFile.Doing(Verb.Assign) with { UnitId = AFile.TownId }, _one)).Field);
        file.Done(AFile.Doing(Verb.Assign) with { AssistUnitIds = [AFile.TownId] }, _one);
        Assert.Equal([HoldingPart.Lead, HoldingPart.Assist], file.Holdings.Select(h => h.Part));
    }

    [Fact]
    public void The_lead_does_not_help_itself() =>
        Assert.IsType<HelperIsLead>(AFile.Fresh(MatterState.AwaitingAssignment).Refused(AFile.Doing(Verb.Assign) with { AssistUnitIds = [AFile.BureauId] }, _one));

    [Fact]
    public void A_head_assigns_within_the_own_subtree_only()
    {
        var head = AFile.By(Role.UnitHead, path: "/1001/1003/");
        Assert.IsType<NotPermitted>(AFile.Fresh(MatterState.InProgress).Refused(AFile.Doing(Verb.Assign) with { UnitId = AFile.OtherBureauId }, head));
        AFile.Fresh(MatterState.InProgress).Done(AFile.Doing(Verb.Assign), head);
    }

    [Fact]
    public void Sorting_to_urgent_counts_the_shorter_limit_from_the_same_start()
    {
        var file = AFile.Fresh(MatterState.Registered);
        file.Done(AFile.Doing(Verb.Sort) with { Urgency = Urgency.Urgent }, AFile.By(Role.System, at: AFile.Now.AddHours(1)));
        Assert.Equal((AFile.Now, new DateOnly(2026, 3, 3)), (file.Running!.StartAt, LocalDay.Of(file.Matter.DueAt!.Value)));
        Assert.IsType<NothingSorted>(file.Refused(new Deed(7, Verb.Sort, 0), _one));
    }

    [Fact]
    public void Merges_under_an_open_main_matter_and_links_a_repeat_of_the_same_person()
    {
        Assert.IsType<Itself>(AFile.Fresh(MatterState.Registered, m => { }).WithOtherItself().Refused(AFile.Doing(Verb.Merge), _one));
        var file = AFile.Fresh(MatterState.InProgress);
        file.Done(AFile.Doing(Verb.Merge), _one);
        Assert.Equal((8L, false), (file.Matter.MainMatterId, file.Matter.IsOpen));
        Assert.Equal(LinkKind.DifferentPeopleSameMatter, file.Made.OfType<Link>().Single().Kind);
        var repeat = AFile.Fresh(MatterState.Registered);
        repeat.Done(AFile.Doing(Verb.LinkRepeat), _one);
        Assert.Equal(8L, repeat.Matter.RepeatOfId);
    }

    [Fact]
    public void A_main_matter_is_not_ended_over_the_heads_of_those_under_it()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        file.Subs.Add(AFile.In(MatterState.Merged).Matter);
        Assert.IsType<OthersUnderIt>(file.Refused(AFile.Doing(Verb.Withdraw), _one));
    }

    [Fact]
    public void Two_editors_at_once_the_second_is_told_who_and_what()
    {
        var refusal = Assert.IsType<ChangedMeanwhile>(AFile.Fresh(MatterState.InProgress).Refused(AFile.Doing(Verb.Answer) with { ExpectedVersion = 3 }, _one));
        Assert.Equal(("person 5", AFile.Now, (TextKey?)new TextKey("verb.register")), (refusal.By, refusal.At, refusal.What));
    }

    [Fact]
    public void What_was_asked_for_lapses_when_the_matter_leaves_the_unit()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        file.Done(AFile.Doing(Verb.RequestExtension), _one);
        file.Done(AFile.Doing(Verb.Answer), _one);
        Assert.Equal(false, file.Proposals[0].IsApproved);
    }

    [Fact]
    public void Near_begins_one_working_day_before_the_end()
    {
        var file = AFile.Fresh(MatterState.InProgress);
        // Due Monday 9 March 17:30: near from the close of Friday the 6th.
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.Zero), file.Matter.NearAt);
        Assert.Equal(Light.Green, Lights.Of(file.Matter, AFile.Now));
        Assert.Equal(Light.Yellow, Lights.Of(file.Matter, file.Matter.NearAt!.Value));
        Assert.Equal(Light.Red, Lights.Of(file.Matter, file.Matter.DueAt!.Value));
    }
}

internal static class FileChanges
{
    public static CaseFile WithOtherItself(this CaseFile file) => new()
    {
        Matter = file.Matter,
        Offices = file.Offices,
        TimesFor = file.TimesFor,
        Other = file.Matter,
    };
}
