using System.Text.Json;
using Zhuoluo.Foundation;
using Zhuoluo.Language.Checks;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>POST /api/v1/reports/check: a draft as JSON, as plain text or as a .docx; every quantity of it with its verdict comes back. Nothing is kept.</summary>
internal static class CheckApi
{
    public static void Map(WebApplication app) => app.MapPost("/api/v1/reports/check", AnswerAsync).Needs(Capability.CheckDrafts)
        .Accepts<DraftSent>("application/json", "text/plain", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        .Asks(("records", "true: hold it against the figures of the records too."), ("period", "2021, 2021-03 or 2021-01-01..2021-06-30; implies records."))
        .Tells("checkDraft", "Reports", "Every quantity of a draft: how it reads, and whether the draft contradicts itself or the records").Gives<IReadOnlyList<QuantityTold>>().Refuses(422);

    private static async Task<IResult> AnswerAsync(HttpContext context, HouseFigures figures, Texts texts, bool? records, string? period, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        Outcome<string> draft;
        if (context.Request.HasJsonContentType())
        {
            try
            {
                draft = DraftFile.Checked((await context.Request.ReadFromJsonAsync<DraftSent>(cancel))?.Text);
            }
            catch (JsonException)
            {
                return Problems.Of(context, StatusCodes.Status400BadRequest);
            }
        }
        else
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, cancel);
            draft = body.Length == 0 ? new NoDraft() : DraftFile.Read(body.ToArray());
        }
        if (draft.IsRefused(out var refusal, out var text) || FigureScope.Period(period).IsRefused(out refusal, out var scope))
        {
            return refusal.Problem(context);
        }
        var book = records == true || period is not null ? await figures.ReadAsync(scope, context.Act().At, cancel) : null;
        return Results.Ok(QuantityTold.All(DraftCheck.Run(text, book), texts));
    }
}

/// <summary>The body of the request.</summary>
/// <param name="Text">The draft; places in the answer count its UTF-16 units.</param>
internal sealed record DraftSent(string? Text);
