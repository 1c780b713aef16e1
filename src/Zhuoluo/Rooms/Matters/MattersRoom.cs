using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Attachments;
using Zhuoluo.Rooms.Matters.Categories;
using Zhuoluo.Rooms.Matters.Counted;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Matters.Detail;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Matters.Duty;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.OwnReceipts;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Reminding;
using Zhuoluo.Rooms.Matters.Replies;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Rooms.Matters.Searching;
using Zhuoluo.Rooms.Matters.Statistics;
using Zhuoluo.Rooms.Matters.Submit;
using Zhuoluo.Rooms.Matters.Tallying;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Matters.Triage;
using Zhuoluo.Rooms.Matters.Visits;
using Zhuoluo.Rooms.Matters.Wishes;
using Zhuoluo.Rooms.Matters.Workbench;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Nothing that anybody asked for is lost: one owner, one deadline, an honest outcome.</summary>
internal static class MattersRoom
{
    public static void AddMatters(this IServiceCollection services)
    {
        StaffMenu.Add(services);
        services.AddSingleton<MatterLimits>();
        services.AddMailing();
        services.AddTelling();
        services.AddSingleton<TrackCookie>().AddScoped<TrackQuery>().AddScoped<OwnOpenings>().AddScoped<OwnReceiptsQuery>();
        services.AddSingleton<CaseFiles>().AddSingleton<DoDeed>().AddSingleton<IDeeds>(s => s.GetRequiredService<DoDeed>()).AddSingleton<AssignMany>();
        services.AddSingleton<Intake>().AddSingleton<RegisterMatterHandler>().AddSingleton<RegisterManyHandler>().AddSingleton<RecordManyHandler>();
        services.AddSingleton<WrongCodes>().AddSingleton<RequesterDoor>();
        services.AddSingleton<RateMatterHandler>();
        services.AddReplies();
        services.AddSingleton<PublishMatterHandler>().AddScoped<PublicationQueue>();
        services.AddSingleton<KeepDriveHandler>();
        services.AddSingleton<RecordVisitHandler>();
        services.AddSingleton<KeepShiftHandler>();
        services.AddSingleton<ImportCategoriesHandler>().AddHostedService<StarterSet>();
        services.AddSingleton<RevealContactHandler>().AddScoped<MaskedContacts>();
        services.AddSingleton<IFileUse, AttachmentUse>().AddSingleton<RemoveFileHandler>().AddScoped<AttachmentQuery>().AddScoped<FileWatch>();
        services.AddWishes();
        services.AddIntakeMenu();
        services.AddCases();
        services.AddSafety();
        services.AddFindingMenu();
        services.AddScoped<ExactTallies>().AddScoped<MatterCount>().AddScoped<MatterListQuery>().AddScoped<MatterStoryQuery>().AddSingleton<SeenNumbers>().AddScoped<TriageQuery>().AddScoped<StatisticsQuery>();
        services.AddSingleton<IDeadlineHolder, RecomputeDeadlines>().AddSingleton<IHandOver, HandOverMatters>();
        services.AddSingleton<IFollower, TalliesFollower>().AddSingleton<IFollower, SearchFollower>().AddSingleton<IFollower, PublicationFollower>().AddSingleton<IFollower, NoticesFollower>();
        services.AddFinding();
        services.AddSingleton<IFigureSource, MattersSource>().AddSingleton<IFigureSource, VisitsSource>().AddSingleton<IFigureSource, ShiftsSource>()
            .AddSingleton<IFigureSource, RatingsSource>().AddSingleton<IFigureSource, PetitionsSource>().AddSingleton<IFigureSource, WishesSource>();
        services.AddSingleton<TallyCheck>().AddSingleton<MovedMatters>().AddSingleton<RemindUnits>().AddHostedService<MatterJobs>();
    }

    public static void MapMatters(this WebApplication app)
    {
        app.MapRegisterApi();
        app.MapTrackApi();
        VillagesApi.Map(app);
        MatterExport.Map(app);
        DeedsApi.Map(app);
        MattersApi.Map(app);
        MatterApi.Map(app);
        RequesterApi.Map(app);
        OwnReceiptsApi.Map(app);
        StatisticsApi.Map(app);
        CategoriesApi.Map(app);
        DrivesApi.Map(app);
        VisitsApi.Map(app);
        ShiftsApi.Map(app);
        NoticesApi.Map(app);
        PublicationsApi.Map(app);
        FilesApi.Map(app);
        ToldApi.Map(app);
        UploadApi.Map(app);
        RepliesApi.Map(app);
        Terms.TermsExport.Map(app);
        DueCalendar.FeedApi.Map(app);
        app.MapCases();
        Alike.AlikeApi.Map(app);
        WishesApi.Map(app);
    }

    public static Command DuplicatesCommand() => Alike.DuplicatesCommand.Create();
    public static Command WindowsCommand() => Windows.WindowsCommand.Create();
    public static Command RetentionCommand() => Privacy.Retention.RetentionCommand.Create();

    public static Command TalliesCommand() => Tallying.TalliesCommand.Create();
}
