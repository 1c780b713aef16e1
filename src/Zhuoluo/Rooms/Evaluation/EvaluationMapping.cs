using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Evaluation;

internal static class EvaluationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Dissatisfaction>(e =>
        {
            e.ToTable("dissatisfaction").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Version).IsConcurrencyToken();
        });
        model.ById<DissatisfactionStep>("dissatisfaction_step");
        model.ById<CallDraw>("call_draw");
        model.ById<CallPick>("call_pick");
        model.ById<CallTry>("call_try");
        model.ById<RateExclusion>("rate_exclusion");
        model.ById<RatingAlarm>("rating_alarm");
        model.ById<OfficeNetwork>("office_network");
        model.ById<RateDefinition>("rate_definition");
        model.Entity<RateDefinition>().Ignore(d => d.Vector).Ignore(d => d.Printed);
        model.Entity<RatingTrace>(e =>
        {
            e.ToTable("rating_trace").HasKey(x => x.RatingId);
            e.Property(x => x.RatingId).ValueGeneratedNever();
        });
    }
}
