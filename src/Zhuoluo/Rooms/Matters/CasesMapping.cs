using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
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
        model.ById<PetitionRound>("petition_round");
        model.ById<PetitionLead>("petition_lead");
        model.ById<PetitionNote>("petition_note");
        model.ById<PetitionRecusal>("petition_recusal");
        model.ById<PetitionStep>("petition_step");
        model.ById<PetitionClock>("petition_clock");
        model.Entity<PetitionClock>().Ignore(x => x.Run);
        model.ById<Backlog>("backlog");
        model.ById<BacklogItem>("backlog_item");
        model.ById<Sprint>("backlog_sprint");
        model.ById<Incident>("incident");
        model.ById<Team>("team");
        model.ById<TeamMember>("team_member");
        model.ById<TeamShift>("team_shift");
        model.ById<TeamTask>("team_task");
        model.ById<Hotspot>("hotspot");
        model.ById<Measure>("measure");
    }
}
