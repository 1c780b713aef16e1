using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>Somebody tried to send a complaint to whom it is about, or to act on one about themselves, and was refused.</summary>
/// <param name="IsActor">The one who acts is who it is about.</param>
internal sealed record ConflictRefusedV1(bool IsActor) : IEntry
{
    public static string Kind => "conflict.refused";
    public static int Version => 1;
}

/// <summary>Tells the supervisors of such a refusal, once a day for a matter, a person and what was tried. A change of its own: of what is refused nothing is written.</summary>
internal sealed class ConflictsTold(Writer writer)
{
    public Task<Outcome<Done>> TellAsync(Deed deed, bool isActor, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"conflict/{deed.MatterId}/{act.Who.PersonId}/{deed.UnitId}/{LocalDay.Of(act.At):yyyyMMdd}");
        if (!await work.Db.Set<AlarmNotice>().AnyAsync(n => n.Mark == mark, cancel))
        {
            AlarmNotices.Tell(work, NoticeKind.ConflictRefused, deed.MatterId, mark, deed.MatterId, isActor ? act.Who.PersonId : null);
            work.Record(new ConflictRefusedV1(isActor), new Subject("matter", deed.MatterId));
        }
        return Done.Value;
    }, cancel);
}
