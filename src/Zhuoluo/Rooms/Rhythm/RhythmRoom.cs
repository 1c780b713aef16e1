using System.CommandLine;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Rooms.Rhythm.Commands;
using Zhuoluo.Rooms.Rhythm.Counted;
using Zhuoluo.Rooms.Rhythm.ToDo;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>The beat that keeps promises: what is due, what was decided, what was told; all of it from records.</summary>
internal static class RhythmRoom
{
    public static void AddRhythm(this IServiceCollection services)
    {
        services.AddSingleton<KeepCadenceHandler>().AddSingleton<FinishBeatHandler>().AddSingleton<PrepareBeats>().AddHostedService<RhythmJobs>();
        services.AddSingleton<MeetingsHandler>().AddSingleton<DecisionsHandler>().AddSingleton<BulletinsHandler>().AddSingleton<Breakdowns>().AddSingleton<PlacedFigures>().AddSingleton<AppraisalsHandler>().AddSingleton<TalksHandler>().AddSingleton<InspectionsHandler>();
        services.AddScoped<OpenDecisionsQuery>();
        services.AddSingleton<IToDo, BeatsToDo>().AddSingleton<IToDo, DecisionsToDo>();
        services.AddSingleton<IFigureSource, MeetingsSource>().AddSingleton<IFigureSource, DecisionsSource>().AddSingleton<IFigureSource, BulletinsSource>();
        services.AddSingleton(new MenuItem("rhythm.menu", "/rhythm", "calendar-due", user => user.May(Capability.SeeRhythm)));
    }

    public static void MapRhythm(this WebApplication app)
    {
        RhythmApi.Map(app);
        BulletinsApi.Map(app);
        AppraisalsApi.Map(app);
    }

    /// <summary>zhuoluo papers.</summary>
    public static Command Command(Func<string, string?> codeOf) => PapersCommand.Create(codeOf);
}
