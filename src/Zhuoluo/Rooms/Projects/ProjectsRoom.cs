using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Counted;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Rooms.Projects.Lights;
using Zhuoluo.Rooms.Projects.Plans;
using Zhuoluo.Rooms.Projects.Tallying;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects;

/// <summary>What was promised on a list, how far it is, who leads it. The first promise stays visible.</summary>
internal static class ProjectsRoom
{
    public static void AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<KeepProgrammeHandler>().AddSingleton<RegisterProjectHandler>().AddSingleton<RecordProjectsHandler>();
        services.AddSingleton<IPromises, Promises>().AddSingleton<DoProject>().AddSingleton<ReportProgressHandler>().AddSingleton<LinkMattersHandler>();
        services.AddScoped<InvestmentQuery>().AddScoped<NeedsQuery>();
        services.AddScoped<ProjectListQuery>().AddScoped<ProgrammesQuery>().AddScoped<DashboardQuery>().AddScoped<Leaders.LeadersQuery>().AddScoped<Coverage.CoverageQuery>();
        services.AddSingleton<IToDo, Lights.ProjectToDo>().AddSingleton<IToDo, NeedsToDo>();
        services.AddSingleton(new MenuItem("project.menu", ProjectFilter.Address, "flag", user => user.May(Capability.SeeProjects)));
        services.AddSingleton(new MenuItem("project.investment", InvestmentFilter.Address, "list-check", user => user.May(Capability.SeeProjects), MenuGroup.Look));
        services.AddSingleton(new MenuItem("project.plan.menu", "/plans", "list", user => user.May(Capability.SeeProjects), MenuGroup.Look));
        services.AddSingleton(new MenuItem("programme.menu", "/programmes", "list", user => user.May(Capability.SeeProjects), MenuGroup.Look));
        services.AddSingleton<SignAgreementsHandler>().AddSingleton<MoveAgreementHandler>().AddSingleton<KeepSigningHandler>().AddSingleton<KeepBatchHandler>().AddSingleton<KeepLabelHandler>().AddSingleton<NeedsHandler>().AddSingleton<PlansHandler>();
        services.AddSingleton<IFigureSource, ProjectsSource>().AddSingleton<IFigureSource, TargetsSource>().AddSingleton<IFigureSource, MoneySourceOfFigures>()
            .AddSingleton<IFigureSource, AgreementsSource>().AddSingleton<IFigureSource, BatchesSource>().AddSingleton<IFigureSource, PlanTasksSource>().AddSingleton<IFigureSource, ProgrammesSource>().AddSingleton<IFigureSource, ProgressSource>();
        services.AddSingleton<JudgeLights>().AddSingleton<ProjectTallyCheck>().AddSingleton<IFollower, ProjectTalliesFollower>().AddHostedService<ProjectJobs>();
    }

    /// <summary>zhuoluo projects lights | tallies.</summary>
    public static Command Command() => ProjectsCommand.Create();

    public static void MapProjects(this WebApplication app)
    {
        Api.ProjectsApi.Map(app);
        Api.InvestmentApi.Map(app);
    }
}
