using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Publish;

/// <summary>What an editor does: see what waits, release a checked text, withhold it.</summary>
internal static class PublicationsApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/publications", async (PublicationQueue queue, CancellationToken cancel) =>
            {
                var page = await queue.ListAsync(1, Mark.Most, cancel);
                return Results.Json(new PageOf<WaitingText>([.. page.Items.Select(i => new WaitingText(i.Number, Word<MatterKind>.Of(i.Kind), i.TownCode, i.Title, Word<PublicationState>.Of(i.State)))], null));
            }).Needs(Capability.PublishMatter)
            .Tells("listWaitingTexts", "Publications", "Texts that wait for an editor, oldest first").Gives<PageOf<WaitingText>>();
        app.MapPut("/api/v1/matters/{number}/publication", PublishAsync).Needs(Capability.PublishMatter)
            .Tells("publishMatter", "Publications", "Release a text that a person has checked, or withhold it with a reason").Gives<PublicationTold>();
    }

    private static async Task<IResult> PublishAsync(string number, TextGiven given, HttpContext context, PublishMatterHandler handler, ZhuoluoContext db, CancellationToken cancel)
    {
        // Confidential matters have no public side, for editors they are not there (rules F5).
        var id = await db.Set<Matter>().Where(m => m.Number == number && !m.IsConfidential).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        if (id == 0)
        {
            return new NotFound("matter").Problem(context);
        }
        var act = context.Act();
        var outcome = given.Withhold is { Length: > 0 } reason
            ? await handler.HandleAsync(new WithholdMatter(id, reason), act, cancel)
            : await handler.HandleAsync(new PublishMatter(id, given.Title ?? "", given.Text ?? "", given.Answer), act, cancel);
        return outcome.Match(_ => Results.Ok(new PublicationTold(number, string.IsNullOrEmpty(given.Withhold))), refusal => refusal.Problem(context));
    }
}

internal sealed record WaitingText(string Number, string Kind, string Town, string Title, string State);

/// <param name="Title">Public title.</param>
/// <param name="Text">Public text, without anything personal.</param>
/// <param name="Answer">Public answer.</param>
/// <param name="Withhold">Given instead of the texts: why it is not shown.</param>
internal sealed record TextGiven(string? Title, string? Text, string? Answer, string? Withhold);

internal sealed record PublicationTold(string Number, bool Shown);
