using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Measures;

/// <summary>To persuade or warn the requester of a matter, with reason and a day of review.</summary>
internal sealed record TakeMeasure(long MatterId, MeasureKind Kind, string Reason, DateOnly ReviewOn)
{
    public const int LongestReason = 500;

    /// <summary>Nothing stands longer than this without somebody looking at it again.</summary>
    public const int MostDays = 180;
}

/// <summary>It stands on until another day, or is lifted when no day is given.</summary>
internal sealed record ReviewMeasure(long MeasureId, string Note, DateOnly? ReviewOn);

internal sealed record NoRequester() : Refusal("no-requester");

/// <summary>Persuasion comes before a warning, and somebody else gives the warning.</summary>
internal sealed record PersuasionFirst() : Refusal("persuasion-first");

internal sealed record MeasureStands() : Refusal("measure-stands");

internal sealed record ReviewTooFar(int Days) : Refusal("review-too-far")
{
    public override string? Field => "ReviewOn";
    public override IReadOnlyList<object> Arguments => [Days];
}

/// <summary>Human decisions about who uses the line against its purpose (rules A5.3). Nothing reads them when a matter comes in.</summary>
internal sealed class MeasuresHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(TakeMeasure command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => TakeAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(ReviewMeasure command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => ReviewAsync(work, command, cancel), cancel);

    public static Outcome<TakeMeasure> Decide(TakeMeasure command, IReadOnlyList<Measure> standing, Act act)
    {
        if (!Permissions.May(act.Who, Capability.TakeMeasures))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Reason, nameof(command.Reason), TakeMeasure.LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        if (reason is null || !Enum.IsDefined(command.Kind))
        {
            return new Missing(reason is null ? nameof(command.Reason) : nameof(command.Kind));
        }
        if (FarOrPast(command.ReviewOn, act) is { } wrong)
        {
            return wrong;
        }
        if (standing.Any(m => m.Kind == command.Kind))
        {
            return new MeasureStands();
        }
        if (command.Kind == MeasureKind.Warning)
        {
            if (standing.FirstOrDefault(m => m.Kind == MeasureKind.Persuasion) is not { } before)
            {
                return new PersuasionFirst();
            }
            if (act.IsSame(before.TakenById, before.TakenByName))
            {
                return new SamePerson();
            }
        }
        return command with { Reason = reason };
    }

    private async Task<Outcome<long>> TakeAsync(Work work, TakeMeasure command, CancellationToken cancel)
    {
        var act = work.Act;
        var matter = await Sight.Of(act.Who, offices.Current).Seen(work.Db).FirstOrDefaultAsync(m => m.Id == command.MatterId, cancel);
        if (matter is null)
        {
            return new NotFound("matter");
        }
        if (matter.RequesterPrint is not { } print)
        {
            return new NoRequester();
        }
        var standing = await work.Db.Set<Measure>().Where(m => m.RequesterPrint == print && m.LiftedAt == null).OrderBy(m => m.Id).ToListAsync(cancel);
        if (Decide(command, standing, act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        var measure = new Measure
        {
            Id = act.NewId(),
            RequesterPrint = print,
            MatterId = matter.Id,
            Kind = read.Kind,
            Reason = read.Reason,
            TakenAt = act.At,
            TakenById = act.Who.PersonId,
            TakenByName = act.Who.Name,
            ReviewOn = read.ReviewOn,
        };
        work.Db.Add(measure);
        work.Record(new MeasureTakenV1(measure.Kind, measure.ReviewOn), new Subject("matter", matter.Id));
        return measure.Id;
    }

    private static async Task<Outcome<Done>> ReviewAsync(Work work, ReviewMeasure command, CancellationToken cancel)
    {
        var act = work.Act;
        if (!Permissions.May(act.Who, Capability.TakeMeasures))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<Measure>().SingleOrDefaultAsync(m => m.Id == command.MeasureId && m.LiftedAt == null, cancel) is not { } measure)
        {
            return new NotFound("measure");
        }
        if (PlainText.Read(command.Note, nameof(command.Note), TakeMeasure.LongestReason).IsRefused(out var refusal, out var note))
        {
            return refusal;
        }
        if (note is null)
        {
            return new Missing(nameof(command.Note));
        }
        if (command.ReviewOn is { } next && FarOrPast(next, act) is { } wrong)
        {
            return wrong;
        }
        (measure.ReviewedAt, measure.ReviewedById, measure.ReviewedByName, measure.ReviewNote) = (act.At, act.Who.PersonId, act.Who.Name, note);
        measure.ReviewOn = command.ReviewOn ?? measure.ReviewOn;
        measure.LiftedAt = command.ReviewOn is null ? act.At : null;
        work.Record(new MeasureReviewedV1(measure.Kind, command.ReviewOn is null), new Subject("matter", measure.MatterId));
        return Done.Value;
    }

    private static Refusal? FarOrPast(DateOnly day, Act act)
    {
        var today = LocalDay.Of(act.At);
        return day <= today ? new NotInTheFuture("ReviewOn") : day > today.AddDays(TakeMeasure.MostDays) ? new ReviewTooFar(TakeMeasure.MostDays) : null;
    }
}
