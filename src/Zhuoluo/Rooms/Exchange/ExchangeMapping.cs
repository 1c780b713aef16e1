using Microsoft.EntityFrameworkCore;
using Zhuoluo.Rooms.Exchange.Webhooks;

namespace Zhuoluo.Rooms.Exchange;

internal static class ExchangeMapping
{
    public static void Map(ModelBuilder model)
    {
        WebhookMapping.Map(model);
        model.Entity<ImportRun>(e =>
        {
            e.ToTable("import_run").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<ImportRow>().ToTable("import_row").HasKey(x => x.Digest);
        model.Entity<ImportRefusal>(e =>
        {
            e.ToTable("import_refusal").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<ExportRun>(e =>
        {
            e.ToTable("export_run").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<HouseMove>().ToTable("move_in").HasKey(x => x.Digest);
        model.Entity<ImportMapping>().ToTable("import_mapping").HasKey(x => new { x.Office, x.Kind });
    }
}
