namespace Zhuoluo.Rooms.Organisation.FirstRun;

/// <summary>Until there is a first administrator every page leads to the page that makes one.</summary>
internal static class FirstRunGate
{
    public const string Url = "/first-run";

    public static async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var codes = context.RequestServices.GetRequiredService<FirstRunCodes>();
        var path = context.Request.Path;
        if (path == "/health" || await codes.IsOverAsync(context.RequestAborted))
        {
            await next(context);
        }
        else if (context.IsApi())
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (path != Url)
        {
            context.Response.Redirect(Url);
        }
        else
        {
            await next(context);
        }
    }
}
