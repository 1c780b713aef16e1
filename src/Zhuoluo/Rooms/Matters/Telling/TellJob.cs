using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>Once a minute: what is due goes out to requesters.</summary>
internal sealed class TellJob(TellRequesters tell, MailOptions mail, ISmsSender sms, ActFactory acts, TimeProvider time, ILogger<TellJob> log)
    : RegularJob(TimeSpan.FromMinutes(1), time, log)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => mail.IsOn || sms.IsOn ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override Task TurnAsync(CancellationToken cancel) => tell.RunAsync(acts.New(Actor.Job("tell-requesters"), Door.Job), cancel);
}
