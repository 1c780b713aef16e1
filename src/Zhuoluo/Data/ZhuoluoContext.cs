using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;

namespace Zhuoluo.Data;

/// <summary>All tables. Rooms map their own, beside the noun they hold; each is named once here, in the order of docs/rooms.md.</summary>
internal sealed class ZhuoluoContext(DbContextOptions<ZhuoluoContext> options) : DbContext(options)
{
    /// <summary>Rows of the change under way that the database has not got yet; only of a writer on PostgreSQL.</summary>
    public PostgresRows? Waiting { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        LedgerMapping.Map(modelBuilder);
        OrganisationMapping.Map(modelBuilder);
        CalendarsMapping.Map(modelBuilder);
        FiguresMapping.Map(modelBuilder);
        MattersMapping.Map(modelBuilder);
        SafetyMapping.Map(modelBuilder);
        ProjectsMapping.Map(modelBuilder);
        InvestmentMapping.Map(modelBuilder);
        RhythmMapping.Map(modelBuilder);
        EvaluationMapping.Map(modelBuilder);
        ExchangeMapping.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Microseconds>();
        configurationBuilder.Properties<Code>().HaveConversion<CodeText>();
    }
}
