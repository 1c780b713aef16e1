using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton(WebhookOptions.FromEnvironment()).AddSingleton<WebhookGuard>().AddSingleton<KeepWebhooksHandler>();
        services.AddSingleton<IFollower, WebhookFollower>().AddSingleton<SendWebhooks>().AddHostedService<WebhookJobs>();
        services.AddSingleton(new MenuItem("webhook.title", "/webhooks", "send", user => user.May(Capability.ManageWebhooks), MenuGroup.Setup));
    }
}
