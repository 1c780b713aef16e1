using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>Opens and ends sessions. A session that replaces another ends it in the same transaction: an id that a stranger knew is worth nothing afterwards.</summary>
internal sealed class SessionKeeper(Writer writer, SessionBook book)
{
    private readonly ConcurrentDictionary<long, DateOnly> _seen = new();

    public async Task<long> OpenAsync(StaffSession wanted, long? replaces, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<long>(act, async work =>
        {
            var made = wanted with { Id = act.NewId(), MadeAt = act.At, SeenOn = LocalDay.Of(act.At) };
            work.Db.Add(made);
            if (replaces is { } old)
            {
                await EndAsync(work, s => s.Where(x => x.Id == old), cancel);
            }
            return made.Id;
        }, cancel);
        await book.RefreshAsync(cancel);
        return outcome.Match(id => id, refusal => throw new InvalidOperationException(refusal.Code));
    }

    /// <summary>Ends one session of the person.</summary>
    public Task EndOneAsync(long personId, long id, Act act, CancellationToken cancel) =>
        EndAsync(personId, everywhere: false, s => s.Where(x => x.Id == id && x.PersonId == personId), act, cancel);

    /// <summary>Ends all sessions of the person but one.</summary>
    public Task EndAllAsync(long personId, long? but, Act act, CancellationToken cancel) =>
        EndAsync(personId, everywhere: true, s => s.Where(x => x.PersonId == personId && x.Id != but), act, cancel);

    /// <summary>Remembers the day a session was last used; writes once a day.</summary>
    public async Task NoteSeenAsync(long id, Act act, CancellationToken cancel)
    {
        var today = LocalDay.Of(act.At);
        if (_seen.TryGetValue(id, out var noted) && noted == today)
        {
            return;
        }
        _seen[id] = today;
        await writer.WriteAsync<Done>(act, async work =>
        {
            await work.Db.Set<StaffSession>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenOn, today), cancel);
            return Done.Value;
        }, cancel);
    }

    private async Task EndAsync(long personId, bool everywhere, Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which, Act act, CancellationToken cancel)
    {
        await writer.WriteAsync<Done>(act, async work =>
        {
            if (await EndAsync(work, which, cancel) > 0)
            {
                work.Record(new StaffSignedOutV1(new Code(act.Who.Office), everywhere), new Subject("person", personId));
            }
            return Done.Value;
        }, cancel);
        await book.RefreshAsync(cancel);
    }

    private static async Task<int> EndAsync(Work work, Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which, CancellationToken cancel)
    {
        // The turn is locked first, so that turns and endings become visible in one order on every node.
        await work.Db.Set<SessionTurn>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Number, x => x.Number + 1), cancel);
        var turn = await work.Db.Set<SessionTurn>().AsNoTracking().Select(t => t.Number).SingleAsync(cancel);
        DateTimeOffset? at = work.Act.At;
        return await which(work.Db.Set<StaffSession>().Where(s => s.EndedAt == null))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, at).SetProperty(x => x.EndedTurn, turn), cancel);
    }
}
