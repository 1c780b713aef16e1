using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>Templates of answers for programs, and which texts units reuse; the same handlers as the pages.</summary>
internal static class RepliesApi
{
    private const string Address = "/api/v1/reply-templates";

    public static void Map(WebApplication app)
    {
        app.MapGet(Address, ListAsync).Needs(Capability.ManageTemplates)
            .Tells("listTemplates", "Replies", "Templates of answers that stand now").Gives<IReadOnlyList<TemplateTold>>();
        app.MapPost(Address, KeepAsync).Needs(Capability.ManageTemplates)
            .Tells("keepTemplate", "Replies", "Make a template, or with series its next version").Gives<TemplateTold>(StatusCodes.Status201Created);
        app.MapPost(Address + "/{series:long}/end", EndAsync).Needs(Capability.ManageTemplates)
            .Tells("endTemplate", "Replies", "Take a template out of use");
        app.MapGet("/api/v1/reused-replies", ReusedAsync).Needs(Capability.SeeReuse)
            .Tells("listReusedReplies", "Replies", "Texts that went to several people, by unit").Gives<IReadOnlyList<ReusedTold>>();
    }

    private static async Task<IResult> ListAsync(ZhuoluoContext db, Offices offices, CancellationToken cancel) =>
        Results.Json((await db.Set<ReplyTemplate>().Where(t => t.IsCurrent).OrderBy(t => t.SeriesId).ToListAsync(cancel)).Select(t => Told(t, offices.Current)));

    private static async Task<IResult> KeepAsync(TemplateGiven given, HttpContext context, KeepTemplateHandler handler, Offices offices, CancellationToken cancel)
    {
        if (given.Unit is not null && offices.Current.UnitByCode(given.Unit) is null)
        {
            return new UnknownValue("unit").Problem(context);
        }
        long? series = null;
        if (given.Series is not null)
        {
            series = long.TryParse(given.Series, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        }
        var command = new KeepTemplate(series, given.Name, given.Text)
        {
            UnitId = given.Unit is { } code ? offices.Current.UnitByCode(code)?.Id : null,
            CategoryCode = given.Category,
            Outcome = Word<MatterOutcome>.Read(given.Outcome) ?? MatterOutcome.None,
        };
        return (await handler.HandleAsync(command, context.Act(), cancel)).Match(
            made => Results.Json(Told(made, offices.Current), statusCode: StatusCodes.Status201Created), refusal => refusal.Problem(context));
    }

    private static async Task<IResult> EndAsync(long series, HttpContext context, KeepTemplateHandler handler, CancellationToken cancel) =>
        (await handler.EndAsync(series, context.Act(), cancel)).Match(_ => Results.NoContent(), refusal => refusal.Problem(context));

    private static async Task<IResult> ReusedAsync(HttpContext context, ReuseQuery query, Offices offices, CancellationToken cancel)
    {
        var texts = await query.AskAsync(ReusePage.UnitsOf(context.Actor(), offices.Current), context.Act().At.AddDays(-ReusePage.Days), cancel);
        return Results.Json(texts.Select(t => new ReusedTold(offices.Current.Unit(t.UnitId)?.Code, t.Text, t.Times, t.LastNumber)));
    }

    private static TemplateTold Told(ReplyTemplate template, OfficesSnapshot offices) => new(
        template.SeriesId.ToString(CultureInfo.InvariantCulture), template.Version, template.Name, template.Text,
        template.UnitId is { } unit ? offices.Unit(unit)?.Code : null, template.CategoryCode, template.Outcome == MatterOutcome.None ? null : Word.Of(template.Outcome));
}

/// <param name="Series">Of which this is the next version; left out for a new one.</param>
/// <param name="Name">Up to 40 characters.</param>
/// <param name="Text">Up to 1500 characters, with places such as {number}.</param>
/// <param name="Unit">Code of the unit that it is for; left out for all.</param>
/// <param name="Category">Code of the topic.</param>
/// <param name="Outcome">Goes with this outcome.</param>
internal sealed record TemplateGiven(string? Series, string? Name, string? Text, string? Unit, string? Category, string? Outcome);

internal sealed record TemplateTold(string Series, int Version, string Name, string Text, string? Unit, string? Category, string? Outcome);

/// <param name="Unit">Code of the unit.</param>
/// <param name="Text">The words.</param>
/// <param name="Times">To how many.</param>
/// <param name="LastNumber">The latest matter.</param>
internal sealed record ReusedTold(string? Unit, string Text, int Times, string LastNumber);
