using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>One call to somebody drawn.</summary>
internal sealed record CallDrawn(long PickId, CallResult Result)
{
    public const int LongestNote = 500;

    /// <summary>Reached only: whether the unit had got in touch, whether it is solved, and the grade.</summary>
    public bool? IsResponded { get; init; }
    public bool? IsSolved { get; init; }
    public int? Grade { get; init; }
    public string? Note { get; init; }
}

internal sealed record CalledAlready() : Refusal("called-already")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Tries count once a day (rules A4.4).</summary>
internal sealed record TriedToday() : Refusal("tried-today");

internal sealed class CallDrawnHandler(Writer writer, CalendarsDoor calendars, Offices offices)
{
    private const int DaysToTry = 3;

    public Task<Outcome<CallPick>> HandleAsync(CallDrawn command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => CallAsync(work, command, cancel), cancel);

    private async Task<Outcome<CallPick>> CallAsync(Work work, CallDrawn command, CancellationToken cancel)
    {
        var pick = await work.Db.Set<CallPick>().FirstOrDefaultAsync(p => p.Id == command.PickId, cancel);
        if (pick is null)
        {
            return new NotFound("call");
        }
        var tries = await work.Db.Set<CallTry>().Where(t => t.PickId == pick.Id).ToListAsync(cancel);
        if (Refuse(pick, tries, command, work.Act) is { } refusal)
        {
            return refusal;
        }
        work.Db.Add(new CallTry
        {
            Id = work.Act.NewId(),
            PickId = pick.Id,
            At = work.Act.At,
            Result = command.Result,
            PersonId = work.Act.Who.PersonId,
            PersonName = work.Act.Who.Name,
            Note = command.Note?.Trim(),
        });
        pick.State = command.Result switch
        {
            CallResult.Reached => PickState.Reached,
            CallResult.WantsNoCall => PickState.WantsNoCall,
            _ when tries.Count + 1 >= DaysToTry => PickState.NoContact,
            _ => PickState.Waiting,
        };
        if (pick.State == PickState.Reached)
        {
            (pick.IsResponded, pick.IsSolved, pick.Grade, pick.Note) = (command.IsResponded, command.IsSolved, command.Grade, command.Note?.Trim());
        }
        pick.EndedAt = pick.State == PickState.Waiting ? null : work.Act.At;
        work.Record(new DrawCalledV1(command.Result, pick.IsResponded, pick.IsSolved, pick.Grade), new Subject("draw", pick.DrawId));
        if (pick.State == PickState.Reached && (pick.IsSolved == false || pick.Grade <= RateGrades.Bad))
        {
            await ListAsync(work, pick, cancel);
        }
        return pick;
    }

    private static Refusal? Refuse(CallPick pick, List<CallTry> tries, CallDrawn command, Act act) =>
        !Permissions.May(act.Who, Capability.CallBack) ? new NotPermitted()
        : pick.State != PickState.Waiting ? new CalledAlready()
        : !Enum.IsDefined(command.Result) ? new Missing("Result")
        : command.Note?.Length > CallDrawn.LongestNote ? new TooLong("Note", CallDrawn.LongestNote)
        : command.Result == CallResult.NotReached && tries.Exists(t => LocalDay.Of(t.At) == LocalDay.Of(act.At)) ? new TriedToday()
        : command.Result != CallResult.Reached ? null
        : command.IsResponded is null ? new Missing("IsResponded")
        : command.IsSolved is null ? new Missing("IsSolved")
        : command.Grade is null or < RateGrades.Worst or > RateGrades.Best ? new Missing("Grade")
        : null;

    private async Task ListAsync(Work work, CallPick pick, CancellationToken cancel)
    {
        if (await work.Db.Set<Dissatisfaction>().AnyAsync(d => d.MatterId == pick.MatterId && (d.State < DissatisfactionState.Settled || (d.Round == pick.Round && d.Source == DissatisfactionSource.Draw)), cancel))
        {
            return;
        }
        var matter = await work.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == pick.MatterId, cancel);
        var unit = pick.UnitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
        DissatisfiedRows.Open(work, calendars.Current, unit, matter, new Judgement(DissatisfactionSource.Draw, pick.Round, pick.UnitId, pick.Grade, null, work.Act.At, pick.Note));
    }
}
