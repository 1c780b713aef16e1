using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Watching;

/// <summary>A supervisor looked at it and says what it was. Ratings that must not count are excluded one by one, with their own reasons.</summary>
internal sealed record JudgeAlarm(long Id, string? Note)
{
    public const int LongestNote = 1000;
}

internal sealed class JudgeAlarmHandler(Writer writer)
{
    public Task<Outcome<RatingAlarm>> HandleAsync(JudgeAlarm command, Act act, CancellationToken cancel) => writer.WriteAsync<RatingAlarm>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.JudgeRatingAlarms))
        {
            return new NotPermitted();
        }
        if (string.IsNullOrWhiteSpace(command.Note))
        {
            return new Missing("Note");
        }
        if (command.Note.Length > JudgeAlarm.LongestNote)
        {
            return new TooLong("Note", JudgeAlarm.LongestNote);
        }
        if (await work.Db.Set<RatingAlarm>().FirstOrDefaultAsync(a => a.Id == command.Id, cancel) is not { } alarm)
        {
            return new NotFound("alarm");
        }
        (alarm.JudgedAt, alarm.JudgedById, alarm.JudgedByName, alarm.Note) = (act.At, act.Who.PersonId, act.Who.Name, command.Note.Trim());
        work.Record(new AlarmJudgedV1(alarm.Kind, alarm.Ratings), new Subject("alarm", alarm.Id));
        return alarm;
    }, cancel);
}
