using Microsoft.EntityFrameworkCore;
using Zhuoluo.Rooms.Matters.Hotspots;
using Zhuoluo.Rooms.Matters.Measures;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Matters.Teams;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Tables of petitions, backlogs, teams, hotspots and measures.</summary>
internal static class CasesMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Petition>(e =>
        {
            e.ToTable("petition").HasKey(x => x.MatterId);
            e.Property(x => x.MatterId).ValueGeneratedNever();
            e.Property(x => x.Version).IsConcurrencyToken();
        });
        ById<PetitionRound>(model, "petition_round");
        ById<PetitionLead>(model, "petition_lead");
        ById<PetitionNote>(model, "petition_note");
        ById<PetitionRecusal>(model, "petition_recusal");
        ById<PetitionStep>(model, "petition_step");
        ById<PetitionClock>(model, "petition_clock");
        model.Entity<PetitionClock>().Ignore(x => x.Run);
        ById<Backlog>(model, "backlog");
        ById<BacklogItem>(model, "backlog_item");
        ById<Sprint>(model, "backlog_sprint");
        ById<Incident>(model, "incident");
        ById<Team>(model, "team");
        ById<TeamMember>(model, "team_member");
        ById<TeamShift>(model, "team_shift");
        ById<TeamTask>(model, "team_task");
        ById<Hotspot>(model, "hotspot");
        ById<Measure>(model, "measure");
    }

    private static void ById<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("Id");
            e.Property<long>("Id").ValueGeneratedNever();
        });
}
