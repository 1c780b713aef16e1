using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>How a refusal is said: on a page beside its field or above the form, in the API as problem details with its code.</summary>
internal static class Refusing
{
    /// <summary>Shows the page again with what is refused and why; a missing or forbidden thing is an error page.</summary>
    /// <param name="page">The page that was asked.</param>
    /// <param name="refusal">Why not.</param>
    /// <param name="form">Name of the bound property that holds the fields.</param>
    public static IActionResult Refuse(this PageModel page, Refusal refusal, string form = "Form")
    {
        if (refusal.Kind is RefusalKind.Missing or RefusalKind.Permission)
        {
            return new StatusCodeResult(StatusOf(refusal));
        }
        var texts = page.HttpContext.RequestServices.GetRequiredService<Texts>();
        page.ModelState.AddModelError(refusal.Field is { } field ? $"{form}.{field}" : "", texts.Of(refusal));
        page.Response.StatusCode = StatusOf(refusal);
        AskLater(page.HttpContext, refusal);
        return page.Page();
    }

    /// <summary>After a form: the refusal where it belongs, or a word of what was done on the page that comes next.</summary>
    public static IActionResult Settle<T>(this PageModel page, Outcome<T> outcome, Func<T, string> said, Func<T, string> next) => outcome.Match(
        done =>
        {
            page.TempData.Say(said(done));
            return page.LocalRedirect(next(done));
        },
        refusal => page.Refuse(refusal));

    /// <summary>Why a posted form goes no further: this person may not (403), or a field lacks something and the form comes back as it was typed (422). Null when it may go on.</summary>
    public static IActionResult? NotNow(this PageModel page, bool isPermitted)
    {
        if (!isPermitted)
        {
            return page.StatusCode(StatusCodes.Status403Forbidden);
        }
        if (page.ModelState.IsValid)
        {
            return null;
        }
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    public static IActionResult Settle<T>(this PageModel page, Outcome<T> outcome, string said, string next) => page.Settle(outcome, _ => said, _ => next);

    public static IResult Problem(this Refusal refusal, HttpContext context, int? status = null)
    {
        AskLater(context, refusal);
        return Results.Problem(
            statusCode: status ?? StatusOf(refusal),
            title: context.RequestServices.GetRequiredService<Texts>().Of(refusal),
            extensions: new Dictionary<string, object?>
            {
                ["code"] = refusal.Code,
                ["field"] = refusal.Field is { } field ? (field.Contains('-', StringComparison.Ordinal) ? field : JsonNamingPolicy.CamelCase.ConvertName(field)) : null,
                ["arguments"] = refusal.Arguments.Select(a => Convert.ToString(Said(context.RequestServices.GetRequiredService<Texts>(), a), CultureInfo.InvariantCulture)),
            });
    }

    public static string Of(this Texts texts, Refusal refusal) => texts["refusal." + refusal.Code, [.. refusal.Arguments.Select(a => Said(texts, a))]];

    // An argument that is itself a text, or a list of them, is said in the reader's language.
    private static object Said(Texts texts, object argument) => argument switch
    {
        TextKey key => texts[key.Key],
        IEnumerable<TextKey> keys => string.Join(texts["refusal.list-comma"], keys.Select(k => texts[k.Key])),
        DateTimeOffset at => at.ToOffset(LocalDay.Offset).ToString("g", CultureInfo.CurrentCulture),
        _ => argument,
    };

    private static void AskLater(HttpContext context, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.Unavailable)
        {
            context.Response.Headers.RetryAfter = "60";
        }
    }

    public static int StatusOf(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Permission => StatusCodes.Status403Forbidden,
        RefusalKind.Missing => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
