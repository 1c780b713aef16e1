namespace Zhuoluo.Shell;

/// <summary>Answers HEAD with what GET would say, without the body: monitors ask that way.</summary>
internal static class HeadRequests
{
    public static async Task AnswerLikeGetAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}
