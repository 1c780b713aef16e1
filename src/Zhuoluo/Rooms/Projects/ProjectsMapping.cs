using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Projects;

internal static class ProjectsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.ById<Programme>("programme").Property(x => x.Version).IsConcurrencyToken();
        model.ById<Project>("project").Property(x => x.Version).IsConcurrencyToken();
        model.Entity<Project>().Ignore(x => x.Punctuality);
        model.ById<Listing>("listing");
        model.ById<Target>("project_target");
        model.ById<MoneyRow>("project_money");
        model.ById<Node>("project_node");
        model.ById<Plea>("project_plea");
        model.ById<ProjectMatter>("project_matter");
        model.ById<ProjectStep>("project_step");
        model.ById<Progress>("project_progress");
        model.ById<LightChange>("project_light");
        model.ById<Letter>("project_letter");
        model.Entity<Assisting>().ToTable("project_unit").HasKey(x => new { x.ProjectId, x.UnitId });
        model.Entity<ProjectMark>().ToTable("project_mark").HasKey(x => new { x.ProjectId, x.ProgrammeId });
        model.Entity<ProjectTally>().ToTable("project_tally").HasKey(x => new { x.By, x.ProgrammeId, x.Key, x.State, x.Light, x.Punctuality });
        model.Entity<LightDay>().ToTable("project_day").HasKey(x => new { x.On, x.Light });
        model.Entity<ProjectCounter>(e =>
        {
            e.ToTable("project_counter").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
    }
}
