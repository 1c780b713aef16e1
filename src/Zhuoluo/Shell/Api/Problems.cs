namespace Zhuoluo.Shell.Api;

/// <summary>RFC 9457 for what is refused before a handler is asked: the same stable <c>code</c> as the refusals have, and a text in the reader's language.</summary>
internal static class Problems
{
    public static IResult Of(HttpContext context, int status)
    {
        var code = CodeOf(status);
        return Results.Problem(
            statusCode: status,
            title: context.RequestServices.GetRequiredService<Texts>()["api.status." + code],
            extensions: new Dictionary<string, object?> { ["code"] = code, ["field"] = null, ["arguments"] = Array.Empty<object>() });
    }

    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-permitted",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status406NotAcceptable => "not-acceptable",
        StatusCodes.Status412PreconditionFailed => "changed-meanwhile",
        StatusCodes.Status413PayloadTooLarge => "body-too-large",
        StatusCodes.Status415UnsupportedMediaType => "not-json",
        StatusCodes.Status429TooManyRequests => "too-many-requests",
        < StatusCodes.Status500InternalServerError => "bad-request",
        StatusCodes.Status503ServiceUnavailable => "not-available",
        _ => "fault",
    };
}
