using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>The requester wants to hear no more of this matter, or again. The token of the link proves that the message was theirs.</summary>
internal sealed record StopTelling(string Number, string? Token, bool IsStop);

internal sealed class StopTellingHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(StopTelling command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        var matter = await work.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Number == command.Number, cancel);
        var isRight = StopTokens.Is(work.Vault, matter?.Id ?? 0, command.Token);
        if (matter is null || !isRight || await work.Db.Set<RequesterWay>().AsTracking().SingleOrDefaultAsync(w => w.MatterId == matter.Id, cancel) is not { } way)
        {
            return new NotFound("matter");
        }
        if (!command.IsStop && way.StoppedAt is not null)
        {
            way.FromAt = act.At;
        }
        way.StoppedAt = command.IsStop ? way.StoppedAt ?? act.At : null;
        if (command.IsStop)
        {
            await work.Db.Set<RequesterMessage>().Where(m => m.MatterId == matter.Id && m.SentAt == null && m.DroppedAt == null)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.DroppedAt, act.At), cancel);
        }
        return Done.Value;
    }, cancel);
}
