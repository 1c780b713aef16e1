using Microsoft.EntityFrameworkCore;

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
        ById<DissatisfactionStep>(model, "dissatisfaction_step");
        ById<CallDraw>(model, "call_draw");
        ById<CallPick>(model, "call_pick");
        ById<CallTry>(model, "call_try");
        ById<RateExclusion>(model, "rate_exclusion");
        ById<RatingAlarm>(model, "rating_alarm");
        ById<OfficeNetwork>(model, "office_network");
        ById<RateDefinition>(model, "rate_definition");
        model.Entity<RateDefinition>().Ignore(d => d.Vector).Ignore(d => d.Printed);
        model.Entity<RatingTrace>(e =>
        {
            e.ToTable("rating_trace").HasKey(x => x.RatingId);
            e.Property(x => x.RatingId).ValueGeneratedNever();
        });
    }

    private static void ById<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("Id");
            e.Property<long>("Id").ValueGeneratedNever();
        });
}
