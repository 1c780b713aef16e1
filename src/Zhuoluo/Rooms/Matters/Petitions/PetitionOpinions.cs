using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>The written opinion (articles 32, 34), its review by whoever stands above (35) and the second review (36).</summary>
internal static class PetitionOpinions
{
    private const string NoBasis = "no-legal-basis";

    private static readonly MatterState[] _answered = [MatterState.AwaitingReview, MatterState.AwaitingCallBack, MatterState.Closed];

    public static Outcome<PetitionRuling> Give(PetitionFile file, PetitionDeed deed, Act act)
    {
        if (TooEarly(deed, file.Petition.ReceivedOn) is { } refusal)
        {
            return refusal;
        }
        var isInTime = file.Matter.DueAt is not { } due || act.At <= due;
        var ruling = PetitionRuling.With(new PetitionOpinionGivenV1(file.IsConfidential ? null : deed.Outcome, isInTime))
            .Upon(file.Matter.LeadUnitId)
            .Change(p => p.Outcome = deed.Outcome)
            .ChangeFile(f =>
            {
                f.Add(f.Rounds, Written(new PetitionRound { Id = act.NewId(), MatterId = f.Matter.Id, Level = OpinionLevel.First, UnitId = f.Matter.LeadUnitId }, deed, act));
                f.Start(PetitionClockStage.AskReview, PetitionLimits.StartOf(deed.DeliveredOn!.Value), act);
            });
        return _answered.Contains(file.Matter.State) ? ruling : ruling.Do(AnswerOf(file, deed));
    }

    public static Outcome<PetitionRuling> Ask(PetitionFile file, PetitionDeed deed, OpinionLevel level, Act act)
    {
        var (ask, decide) = StagesOf(level);
        if (file.Running(ask) is { } clock)
        {
            var due = LocalDay.Of(clock.DueAt.AddTicks(-1));
            if (deed.On > due)
            {
                return new AskedTooLate(due);
            }
            if (deed.On < LocalDay.Of(clock.StartAt))
            {
                return new DayBefore(nameof(deed.On), LocalDay.Of(clock.StartAt));
            }
        }
        if (WrongReviewer(file, deed, act) is { } refusal)
        {
            return refusal;
        }
        return PetitionRuling.With(new PetitionReviewAskedV1(level))
            .Upon(deed.UnitId)
            .ChangeFile(f =>
            {
                f.Stop(ask, act.At);
                f.Add(f.Rounds, new PetitionRound
                {
                    Id = act.NewId(),
                    MatterId = f.Matter.Id,
                    Level = level,
                    UnitId = deed.UnitId,
                    Body = deed.UnitId is null ? deed.Body!.Trim() : null,
                    AskedOn = deed.On,
                });
                f.Start(decide, PetitionLimits.StartOf(deed.On!.Value), act);
            });
    }

    public static Outcome<PetitionRuling> Decide(PetitionFile file, PetitionDeed deed, OpinionLevel level, Act act) =>
        deed.Ruling == ReviewRuling.Revoke ? new UnknownValue(nameof(deed.Ruling)) : Decided(file, deed, level, deed.Ruling!.Value, act);

    /// <summary>The opinion is struck down: the unit handles it anew, with 60 days of its own (our rule: the law names no other limit).</summary>
    public static Outcome<PetitionRuling> Revoke(PetitionFile file, PetitionDeed deed, Act act)
    {
        var level = file.Petition.Stage == PetitionStage.InReview ? OpinionLevel.Review : OpinionLevel.SecondReview;
        if (Decided(file, deed, level, ReviewRuling.Revoke, act).IsRefused(out var refusal, out var ruling))
        {
            return refusal;
        }
        ruling.Change(p => p.Outcome = null);
        // An answered matter is taken up again through its own table; its next round has the 60 days.
        return file.Matter.State is MatterState.Closed or MatterState.AwaitingCallBack
            ? ruling.Do(new Deed(file.Matter.Id, Verb.Reopen, 0) { Reason = deed.Text })
            : ruling.ChangeFile(f => PetitionTelling.StartHandling(f, act));
    }

    public static Outcome<PetitionRuling> Hearing(PetitionFile file, bool isOver, Act act)
    {
        if (file.Running(PetitionClockStage.DecideSecondReview) is not { } clock
            || (isOver ? clock.HearingFrom is null || clock.HearingTo is not null : clock.HearingFrom is not null))
        {
            return new HearingOrder();
        }
        return PetitionRuling.With(new PetitionHearingHeldV1(isOver)).ChangeFile(f =>
        {
            if (isOver)
            {
                clock.HearingTo = act.At;
            }
            else
            {
                clock.HearingFrom = act.At;
            }
            clock.Show(f.Calendar, act.At);
        });
    }

    private static Outcome<PetitionRuling> Decided(PetitionFile file, PetitionDeed deed, OpinionLevel level, ReviewRuling said, Act act)
    {
        var round = file.Rounds.Last(r => r.Level == level);
        if (TooEarly(deed, round.AskedOn!.Value) is { } refusal)
        {
            return refusal;
        }
        var (_, decide) = StagesOf(level);
        var isInTime = file.Running(decide) is not { } clock || PetitionLimits.StartOf(deed.DeliveredOn!.Value) <= clock.DueAt;
        var ruling = PetitionRuling.With(new PetitionReviewDecidedV1(level, file.IsConfidential ? null : said, isInTime))
            .Upon(round.UnitId)
            .ChangeFile(f =>
            {
                f.Stop(decide, act.At);
                Written(round, deed, act).Ruling = said;
                if (level == OpinionLevel.Review && said != ReviewRuling.Revoke)
                {
                    f.Start(PetitionClockStage.AskSecondReview, PetitionLimits.StartOf(deed.DeliveredOn!.Value), act);
                }
            });
        return said == ReviewRuling.Change ? ruling.Change(p => p.Outcome = deed.Outcome) : ruling;
    }

    private static PetitionRound Written(PetitionRound round, PetitionDeed deed, Act act)
    {
        (round.Claim, round.Facts, round.Opinion, round.Basis) = (deed.Claim?.Trim(), deed.Facts?.Trim(), (deed.Opinion ?? deed.Text)?.Trim(), deed.Basis?.Trim());
        (round.Outcome, round.DecidedOn, round.DeliveredOn) = (deed.Outcome, deed.On ?? deed.DeliveredOn, deed.DeliveredOn);
        (round.PersonId, round.PersonName) = (act.Who.PersonId, act.Who.Name);
        return round;
    }

    // Supporting a claim is what the unit says; whether it is solved the requester says. A claim without support names its ground.
    private static Deed AnswerOf(PetitionFile file, PetitionDeed deed) => new(file.Matter.Id, Verb.Answer, 0)
    {
        Text = deed.Opinion,
        Outcome = deed.Outcome switch
        {
            OpinionOutcome.Support => MatterOutcome.Solved,
            OpinionOutcome.Explain => MatterOutcome.Explained,
            _ => MatterOutcome.NotPossible,
        },
        GroundCode = deed.Outcome == OpinionOutcome.NotSupport ? NoBasis : null,
    };

    private static (PetitionClockStage Ask, PetitionClockStage Decide) StagesOf(OpinionLevel level) => level == OpinionLevel.Review
        ? (PetitionClockStage.AskReview, PetitionClockStage.DecideReview)
        : (PetitionClockStage.AskSecondReview, PetitionClockStage.DecideSecondReview);

    private static DayBefore? TooEarly(PetitionDeed deed, DateOnly first) =>
        (deed.On ?? deed.DeliveredOn) < first ? new DayBefore(nameof(deed.On), first)
        : deed.DeliveredOn < (deed.On ?? first) ? new DayBefore(nameof(deed.DeliveredOn), deed.On ?? first)
        : null;

    // Strictly above in the tree of units; a body outside of it is above the county by what it is.
    private static Refusal? WrongReviewer(PetitionFile file, PetitionDeed deed, Act act)
    {
        if (deed.UnitId is not { } id)
        {
            return null;
        }
        if (file.Offices.Unit(id) is not { } above || !above.IsValidOn(LocalDay.Of(act.At)))
        {
            return new UnknownValue(nameof(deed.UnitId));
        }
        return file.Rounds.LastOrDefault(r => r.Ruling != ReviewRuling.Revoke) is not { } before ? null
            : before.UnitId is { } decider && file.Offices.Unit(decider) is { } below && below.Id != above.Id && below.IsUnder(above) ? null
            : new NotAbove();
    }
}
