using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

internal static class WebhookMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Webhook>(e =>
        {
            e.ToTable("webhook").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<WebhookDelivery>(e =>
        {
            e.ToTable("webhook_delivery").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
