using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Projects;

internal static class ProjectsMapping
{
    public static void Map(ModelBuilder model)
    {
        ById<Programme>(model, "programme");
        model.Entity<Programme>().Property(x => x.Version).IsConcurrencyToken();
        ById<Project>(model, "project");
        model.Entity<Project>().Property(x => x.Version).IsConcurrencyToken();
        model.Entity<Project>().Ignore(x => x.Punctuality);
        ById<Listing>(model, "listing");
        ById<Target>(model, "project_target");
        ById<MoneyRow>(model, "project_money");
        ById<Node>(model, "project_node");
        ById<Plea>(model, "project_plea");
        ById<ProjectMatter>(model, "project_matter");
        ById<ProjectStep>(model, "project_step");
        ById<Progress>(model, "project_progress");
        ById<LightChange>(model, "project_light");
        ById<Letter>(model, "project_letter");
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

    private static void ById<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("Id");
            e.Property<long>("Id").ValueGeneratedNever();
        });
}
