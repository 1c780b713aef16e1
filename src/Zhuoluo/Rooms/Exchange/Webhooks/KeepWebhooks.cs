using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

internal sealed record AddWebhook(string Name, string Url, IReadOnlyList<string> Kinds);

internal sealed record BadWebhookUrl() : Refusal("bad-webhook-url")
{
    public override string? Field => "Url";
}

internal sealed record WebhookKindNeeded() : Refusal("webhook-kind-needed")
{
    public override string? Field => "Kinds";
}

internal sealed class KeepWebhooksHandler(Writer writer, WebhookGuard guard)
{
    /// <returns>The secret, shown once.</returns>
    public async Task<Outcome<string>> AddAsync(AddWebhook command, Act act, CancellationToken cancel)
    {
        if (act.Who.Only is not null || !Permissions.May(act.Who, Capability.ManageWebhooks))
        {
            return new NotPermitted();
        }
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Missing("Name");
        }
        if (command.Name.Length > Webhook.LongestName)
        {
            return new TooLong("Name", Webhook.LongestName);
        }
        if (command.Url.Length > Webhook.LongestUrl || !guard.MayBeAsked(command.Url.Trim(), out _))
        {
            return new BadWebhookUrl();
        }
        var kinds = command.Kinds.Where(k => WebhookKinds.All.Contains(k, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (kinds.Count == 0)
        {
            return new WebhookKindNeeded();
        }
        return await writer.WriteAsync<string>(act, work =>
        {
            var id = act.NewId();
            var (secret, key, bytes) = WebhookSecret.Make(work, id);
            work.Db.Add(key);
            work.Db.Add(new Webhook
            {
                Id = id,
                Name = command.Name.Trim(),
                Url = command.Url.Trim(),
                KeyId = key.Id,
                SecretSealed = bytes,
                Kinds = string.Join(' ', kinds),
                MadeAt = act.At,
            });
            work.Record(new WebhookAddedV1(kinds.Count), new Subject("webhook", id));
            return Task.FromResult<Outcome<string>>(secret);
        }, cancel);
    }

    public Task<Outcome<Done>> RemoveAsync(long id, Act act, CancellationToken cancel) =>
        ChangeAsync(id, act, h => h with { RemovedAt = h.RemovedAt ?? act.At }, isRemoved: true, cancel);

    /// <summary>After it stopped by itself.</summary>
    public Task<Outcome<Done>> StartAgainAsync(long id, Act act, CancellationToken cancel) =>
        ChangeAsync(id, act, h => h with { StoppedAt = null, Failures = 0 }, isRemoved: false, cancel);

    private async Task<Outcome<Done>> ChangeAsync(long id, Act act, Func<Webhook, Webhook> change, bool isRemoved, CancellationToken cancel)
    {
        if (act.Who.Only is not null || !Permissions.May(act.Who, Capability.ManageWebhooks))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<Done>(act, async work =>
        {
            if (await work.Db.Set<Webhook>().AsTracking().SingleOrDefaultAsync(h => h.Id == id && h.RemovedAt == null, cancel) is not { } hook)
            {
                return new NotFound("webhook");
            }
            work.Db.Entry(hook).CurrentValues.SetValues(change(hook));
            work.Record(new WebhookChangedV1(isRemoved), new Subject("webhook", id));
            return Done.Value;
        }, cancel);
    }
}
