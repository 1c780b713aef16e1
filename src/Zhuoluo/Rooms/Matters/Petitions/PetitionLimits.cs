using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Register;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>
/// The limits of rules A8 and the calendar that ends days at 24:00. All are natural days but the five working days of an objection;
/// a profile that names no limit is an error here, never the county's working days.
/// </summary>
internal sealed class PetitionLimits(CalendarsDoor calendars)
{
    public WorkingCalendar Calendar => calendars.Current.CalendarFor(DeadlineProfile.Petition);

    public DayEnd DayEnd => calendars.Current.Profile(DeadlineProfile.Petition).DayEnd;

    public int Edition => calendars.Current.Profile(DeadlineProfile.Petition).Edition;

    public Limit Of(DeadlineStep step) =>
        calendars.Current.Profile(DeadlineProfile.Petition).Find(DeadlineProfile.Petition, DeadlineUrgency.Normal, step)
        ?? throw new InvalidOperationException($"The petition profile has no limit for {step}.");

    /// <summary>Registered and forwarded within 15 days of the day it came (article 22).</summary>
    public FirstLimit Forwarding(DateTimeOffset startAt) =>
        new(new MatterLimit(DeadlineProfile.Petition, Edition, Of(DeadlineStep.Register)), Calendar, ClockStage.Forward, startAt);

    public static DeadlineStep StepOf(PetitionClockStage stage) => stage switch
    {
        PetitionClockStage.Tell => DeadlineStep.Tell,
        PetitionClockStage.Object => DeadlineStep.Return,
        PetitionClockStage.AskReview or PetitionClockStage.AskSecondReview => DeadlineStep.AskReview,
        _ => DeadlineStep.DecideReview,
    };

    /// <summary>Where a limit that runs from a day begins: the day itself does not count, whatever the hour.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), LocalDay.Offset).ToUniversalTime();
}
