using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>Every ten seconds: deliveries that are due.</summary>
internal sealed class WebhookJobs(SendWebhooks send, ActFactory acts, TimeProvider time, ILogger<WebhookJobs> log) : RegularJob(TimeSpan.FromSeconds(10), time, log)
{
    protected override Task TurnAsync(CancellationToken cancel) => send.RunAsync(acts.New(Actor.Job("send-webhooks"), Door.Job), cancel);
}
