using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

internal static class InvestmentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.ById<Agreement>("agreement").Property(x => x.Version).IsConcurrencyToken();
        model.ById<AgreementStep>("agreement_step");
        model.Entity<AgreementCounter>(e =>
        {
            e.ToTable("agreement_counter").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
        model.ById<SigningEvent>("signing_event").Property(x => x.Version).IsConcurrencyToken();
        model.Entity<StatedType>().ToTable("signing_event_type").HasKey(x => new { x.EventId, x.Type });
        model.ById<BatchStart>("batch_start").Property(x => x.Version).IsConcurrencyToken();
        model.Entity<BatchProject>().ToTable("batch_project").HasKey(x => new { x.BatchId, x.ProjectId });
        model.ById<SchemeLabel>("scheme_label").Property(x => x.Version).IsConcurrencyToken();
        model.ById<LabelGroup>("label_group");
        model.Entity<LabelMember>().ToTable("label_member").HasKey(x => new { x.GroupId, x.Serial });
        model.ById<ElementNeed>("element_need").Property(x => x.Version).IsConcurrencyToken();
        model.Entity<ElementNeed>().Ignore(x => x.IsOpen);
        model.ById<ThemePlan>("theme_plan").Property(x => x.Version).IsConcurrencyToken();
        model.ById<PlanTask>("plan_task").Property(x => x.Version).IsConcurrencyToken();
    }
}
