using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>So many openings were written down, and so many had no room.</summary>
internal sealed record AccessNotedV1(int Openings, int Lost) : IEntry
{
    public static string Kind => "access.noted";
    public static int Version => 1;
}

/// <summary>Writes what <see cref="AccessLog"/> noted, every few seconds and when the server stops.</summary>
internal sealed class AccessWriter(AccessLog access, Writer writer, ActFactory acts, TimeProvider time, ILogger<AccessWriter> log)
    : RegularJob(TimeSpan.FromSeconds(3), time, log)
{
    private const int AtOnce = 1000;

    /// <summary>Writes what waits now; how many.</summary>
    public async Task<int> FlushAsync(CancellationToken cancel)
    {
        var batch = new List<Opened>();
        while (batch.Count < AtOnce && access.Waiting.TryRead(out var one))
        {
            batch.Add(one);
        }
        if (batch.Count == 0)
        {
            return 0;
        }
        var lost = access.TakeLost();
        await writer.WriteAsync<Done>(acts.New(Actor.Job("access-log"), Door.Job), async work =>
        {
            var rows = batch.Select(o => new AccessRecord
            {
                Id = work.Act.NewId(),
                MatterId = o.MatterId,
                PersonId = o.PersonId,
                PersonName = o.PersonName,
                OfficeId = o.OfficeId,
                At = o.At,
            }).ToList();
            await work.InsertManyAsync(rows, cancel);
            work.Record(new AccessNotedV1(rows.Count, lost), new Subject("access", rows[0].Id));
            return Done.Value;
        }, cancel);
        return batch.Count;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryTurnAsync(cancellationToken);
    }

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        while (await FlushAsync(cancel) == AtOnce)
        {
        }
    }
}
