using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>Writes down which address is to be told of which entry. Confidential matters are told of to nobody.</summary>
internal sealed class WebhookFollower : IFollower
{
    private static readonly HashSet<string> _kinds = [.. WebhookKinds.All];

    public string Name => "webhooks";

    public async Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel)
    {
        var told = batch.Where(f => f.SubjectKind == "matter" && _kinds.Contains(f.Kind)).ToList();
        if (told.Count == 0)
        {
            return;
        }
        var hooks = await work.Db.Set<Webhook>().AsNoTracking().Where(h => h.RemovedAt == null && h.StoppedAt == null).ToListAsync(cancel);
        if (hooks.Count == 0)
        {
            return;
        }
        var ids = told.Select(f => f.SubjectId).Distinct().ToList();
        var numbers = await work.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id) && !m.IsConfidential).ToDictionaryAsync(m => m.Id, m => m.Number, cancel);
        var indexes = told.ConvertAll(f => f.Idx);
        var times = (await work.Db.Set<LedgerEntry>().AsNoTracking().Where(e => indexes.Contains(e.Idx)).Select(e => new { e.Idx, e.Body }).ToListAsync(cancel))
            .ToDictionary(e => e.Idx, e => TimeOf(e.Body));
        await work.InsertManyAsync((from entry in told
                                    where numbers.ContainsKey(entry.SubjectId)
                                    from hook in hooks
                                    where hook.Wants(entry.Kind) && times[entry.Idx].AddSeconds(1) > hook.MadeAt
                                    select new WebhookDelivery
                                    {
                                        Id = work.Act.NewId(),
                                        WebhookId = hook.Id,
                                        Idx = entry.Idx,
                                        Kind = entry.Kind,
                                        Number = numbers[entry.SubjectId],
                                        At = times[entry.Idx],
                                        MadeAt = work.Act.At,
                                        NextAt = work.Act.At,
                                    }).ToList(), cancel);
    }

    private static DateTimeOffset TimeOf(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("at").GetDateTimeOffset();
    }
}
