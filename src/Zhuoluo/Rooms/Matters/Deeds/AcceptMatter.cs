using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Takes a registered matter up for dispatch. Its limit has run since it was registered (rules A2.1).</summary>
internal static class AcceptMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Act act)
    {
        var matter = file.Matter;
        var ruling = Ruling.With(new MatterAcceptedV1(matter.IsConfidential ? null : matter.Kind, matter.IsConfidential ? null : Code.OrNull(matter.CategoryCode), file.Running.DueDay()))
            .Change(m => m.IsWindowEscalation = false);
        return file.Running is null ? ruling.Start(ClockStage.Handle, file.Times.Handle, matter.RegisteredAt, act) : ruling;
    }

    /// <summary>The day on which a clock ends; an end at 24:00 belongs to the day before.</summary>
    public static DateOnly? DueDay(this Clock? clock) => clock is null ? null : LocalDay.Of(clock.DueAt.AddTicks(-1));
}
