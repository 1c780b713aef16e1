using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>Makes what was decided so: rows, step and entry in the transaction of the caller.</summary>
internal static class DissatisfiedRows
{
    /// <summary>Opens one for a round that was judged badly. First contact and fix have the limits of the county's profile (rules A7.5).</summary>
    public static Dissatisfaction Open(Work work, CalendarsSnapshot calendars, Code? unit, Matter matter, Judgement judged)
    {
        var verified = judged.Source != DissatisfactionSource.Rating;
        var item = new Dissatisfaction
        {
            Id = work.Act.NewId(),
            MatterId = matter.Id,
            Round = judged.Round,
            Source = judged.Source,
            RatingId = judged.RatingId,
            UnitId = judged.UnitId,
            Grade = judged.Grade,
            // Who was just spoken to on a call need not be called to be verified.
            State = verified ? DissatisfactionState.Verified : DissatisfactionState.AwaitingCall,
            JudgedRound = judged.Round,
            OpenedAt = judged.At,
            OpenedOn = LocalDay.Of(judged.At),
            CallDueAt = Due(calendars, matter.Kind, DeadlineStep.FirstContact, judged.At),
            FixDueAt = Due(calendars, matter.Kind, DeadlineStep.Mend, judged.At),
            CalledAt = verified ? judged.At : null,
        };
        work.Db.Add(item);
        work.Db.Add(Step(work, item, DissatisfactionVerb.Open, item.State, item.State, judged.At, judged.Words, DissatisfactionExit.None, null));
        work.Record(
            new DissatisfactionOpenedV1(item.Source, matter.IsConfidential ? null : unit, item.Grade, item.Round), new Subject("dissatisfaction", item.Id));
        return item;
    }

    public static void Move(Work work, Dissatisfaction item, DissatisfactionState to, DissatisfiedDeed deed, DateTimeOffset at)
    {
        var (from, exit) = (item.State, deed.Verb == DissatisfactionVerb.AskExit ? deed.Exit : DissatisfactionExit.None);
        work.Db.Add(Step(work, item, deed.Verb, from, to, at, deed.Note?.Trim(), exit == DissatisfactionExit.None ? item.AskedExit : exit, deed.ReviewOn));
        item.State = to;
        item.Version++;
        switch (deed.Verb)
        {
            case DissatisfactionVerb.Call or DissatisfactionVerb.GiveUpCalling:
                item.CalledAt ??= at;
                break;
            case DissatisfactionVerb.ReportFix or DissatisfactionVerb.Explain:
                item.FixedAt = at;
                break;
            case DissatisfactionVerb.StillDissatisfied:
                item.FixedAt = null;
                break;
            case DissatisfactionVerb.AskExit:
                (item.AskedExit, item.ReviewOn) = (deed.Exit, deed.ReviewOn);
                break;
            case DissatisfactionVerb.RefuseExit or DissatisfactionVerb.TakeUpAgain:
                (item.AskedExit, item.ReviewOn) = (DissatisfactionExit.None, null);
                break;
        }
        item.EndedAt = to.IsOnList() ? null : at;
        work.Record(new DissatisfactionMovedV1(deed.Verb, from, to, item.AskedExit), new Subject("dissatisfaction", item.Id));
    }

    private static DissatisfactionStep Step(
        Work work, Dissatisfaction item, DissatisfactionVerb verb, DissatisfactionState from, DissatisfactionState to, DateTimeOffset at,
        string? note, DissatisfactionExit exit, DateOnly? reviewOn) => new()
        {
            Id = work.Act.NewId(),
            DissatisfactionId = item.Id,
            Verb = verb,
            FromState = from,
            ToState = to,
            At = at,
            PersonId = work.Act.Who.PersonId,
            PersonName = work.Act.Who.Kind is ActorKind.Staff or ActorKind.Operator ? work.Act.Who.Name : "",
            Note = note,
            Exit = exit,
            ReviewOn = reviewOn,
        };

    private static DateTimeOffset Due(CalendarsSnapshot calendars, MatterKind kind, DeadlineStep step, DateTimeOffset from)
    {
        // A county that wrote its own edition before this step was known gives as long as for a redo.
        var limit = calendars.FindLimit(DeadlineProfile.County, MatterLimits.CodeOf(kind), DeadlineUrgency.Normal, step)
            ?? calendars.LimitFor(DeadlineProfile.County, MatterLimits.CodeOf(kind), DeadlineUrgency.Normal, DeadlineStep.Redo);
        return Deadlines.Due(ClockRun.Plain(limit, from), calendars.CalendarFor(DeadlineProfile.County), from);
    }
}

/// <summary>What a requester said of a round that opens a dissatisfaction.</summary>
internal sealed record Judgement(DissatisfactionSource Source, int Round, long? UnitId, int? Grade, long? RatingId, DateTimeOffset At, string? Words);
