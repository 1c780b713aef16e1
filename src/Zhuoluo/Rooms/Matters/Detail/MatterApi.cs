using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>The history of one matter, and why its deadline is the day it is. The same query and sight as the page.</summary>
internal static class MatterApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/matters/{number}/history", HistoryAsync).Needs(Capability.SeeMatters)
            .Tells("readHistory", "Matters", "Text, steps, holdings, clocks, answers, questions and links of one matter, in order").Gives<MatterHistory>();
        app.MapGet("/api/v1/matters/{number}/deadline", DeadlineAsync).Needs(Capability.SeeMatters)
            .Tells("readDeadline", "Matters", "The running deadline of one matter, counted day by day").Gives<DeadlineTold>();
    }

    private static async Task<IResult> HistoryAsync(string number, HttpContext context, MatterStoryQuery stories, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        return await stories.FindAsync(number, viewer, cancel) is { } story
            ? Tagged.Json(context, MatterHistory.Of(story, viewer.Offices, viewer.Who), story.Matter.Version)
            : Results.NotFound();
    }

    private static async Task<IResult> DeadlineAsync(
        string number, HttpContext context, MatterStoryQuery stories, Offices offices, CalendarsDoor calendars, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        if (await stories.FindAsync(number, viewer, cancel) is not { } story || MatterClocks.Running(story.Clocks) is not { } clock)
        {
            return Results.NotFound();
        }
        var answer = Deadlines.Compute(MatterClocks.RunOf(clock, story.Pauses, story.Extensions), calendars.Current.CalendarFor(story.Matter.ProfileCode), viewer.Now);
        return Results.Json(DeadlineTold.Of(clock.StartAt, clock.Limit, answer));
    }
}
