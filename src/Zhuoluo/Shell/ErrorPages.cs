using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Shell;

/// <summary>What the error page says.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Reference">What to quote when asking for help; also in the log.</param>
internal sealed record ErrorNote(int Status, string Reference)
{
    /// <summary>The ending of the text keys <c>error-page.*</c>.</summary>
    public string Kind => Status switch
    {
        400 => "400",
        403 or 401 => "403",
        404 or 405 => "404",
        413 => "413",
        429 => "429",
        >= 500 => "500",
        _ => "other",
    };
}

/// <summary>A person gets a page in their language, a program under /api gets problem details.</summary>
internal static class ErrorPages
{
    /// <summary>
    /// What the sender did is no fault of ours: a body that is too long or broken off, a character that is none (PostgreSQL takes no NUL,
    /// 22021, and half a surrogate cannot be written at all).
    /// </summary>
    public static int StatusOf(Exception fault) => fault.GetBaseException() switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        Npgsql.PostgresException { SqlState: "22021" } or System.Text.EncoderFallbackException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static async Task ShowAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Problems.Of(context, status).ExecuteAsync(context);
            return;
        }

        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var page = new ViewResult
        {
            ViewName = "/Shell/Pages/Error.cshtml",
            StatusCode = status,
            ViewData = new ViewDataDictionary<ErrorNote>(metadata, new ModelStateDictionary())
            {
                Model = new ErrorNote(status, context.TraceIdentifier),
            },
        };
        await ShowAsync(context, page);
    }

    /// <summary>Renders a view that belongs to no page, such as those under Shell/Pages.</summary>
    public static Task ShowAsync(HttpContext context, ViewResult page) =>
        context.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>()
            .ExecuteAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()), page);
}
