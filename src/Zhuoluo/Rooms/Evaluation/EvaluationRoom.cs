using Zhuoluo.Data;
using Zhuoluo.Rooms.Evaluation.Counted;
using Zhuoluo.Rooms.Evaluation.Dissatisfied;
using Zhuoluo.Rooms.Evaluation.Draws;
using Zhuoluo.Rooms.Evaluation.Exclusions;
using Zhuoluo.Rooms.Evaluation.Rates;
using Zhuoluo.Rooms.Evaluation.Setup;
using Zhuoluo.Rooms.Evaluation.Watching;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>What people think of what was done for them: ratings, calls by draw, what follows a bad word, and rates with their definition.</summary>
internal static class EvaluationRoom
{
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddSingleton<IRatingWatch, RatingWatch>().AddSingleton<JudgeAlarmHandler>();
        services.AddSingleton<DissatisfiedHandler>().AddSingleton<IFollower, DissatisfiedFollower>().AddScoped<DissatisfiedQuery>();
        services.AddSingleton<DrawCallBacksHandler>().AddSingleton<CallDrawnHandler>();
        services.AddSingleton<ExclusionHandler>().AddSingleton<RatingSettingsHandler>();
        services.AddScoped<RatesQuery>();
        services.AddSingleton<IFigureSource, RatedSource>().AddSingleton<IFigureSource, DrawnCallsSource>();
        services.AddSingleton(new MenuItem("ev.menu", "/evaluation", "star", user => user.May(Capability.SeeStatistics), MenuGroup.Look));
    }

    public static void MapEvaluation(this WebApplication app)
    {
        RatesApi.Map(app);
        DissatisfiedApi.Map(app);
        DrawFile.Map(app);
    }
}
