using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>Once a minute: what is to be mailed goes into the outbox, what is due goes out.</summary>
internal sealed class MailJobs(FillOutbox fill, SendMails send, MailOptions options, ActFactory acts, TimeProvider time, ILogger<MailJobs> log)
    : RegularJob(TimeSpan.FromMinutes(1), time, log)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.IsOn ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        await fill.RunAsync(acts.New(Actor.Job("fill-outbox"), Door.Job), cancel);
        await send.RunAsync(acts.New(Actor.Job("send-mails"), Door.Job), cancel);
    }
}
