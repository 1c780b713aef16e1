using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>A supervisor asked about it and says what came of that; never about an own one.</summary>
internal sealed record SettleAlarm(long AlarmId, string Finding)
{
    public const int LongestFinding = 500;
}

internal sealed record RevealSettledV1() : IEntry
{
    public static string Kind => "reveal.settled";
    public static int Version => 1;
}

internal sealed class SettleAlarmHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(SettleAlarm command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.SuperviseMatters))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<RevealAlarm>().SingleOrDefaultAsync(a => a.Id == command.AlarmId, cancel) is not { } alarm)
        {
            return new NotFound("alarm");
        }
        if (alarm.SeenAt is not null)
        {
            return new NothingToDecide();
        }
        if (alarm.PersonId == act.Who.PersonId)
        {
            return new SamePerson();
        }
        if (PlainText.Read(command.Finding, "Finding", SettleAlarm.LongestFinding).IsRefused(out var refusal, out var finding))
        {
            return refusal;
        }
        if (finding is null)
        {
            return new Missing("Finding");
        }
        (alarm.SeenAt, alarm.SeenByName, alarm.Finding) = (act.At, act.Who.Name, finding);
        work.Record(new RevealSettledV1(), new Subject("matter", alarm.MatterId));
        return Done.Value;
    }, cancel);
}
