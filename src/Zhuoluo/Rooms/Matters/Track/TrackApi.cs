using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>
/// GET /api/v1/matters/{number}: where one's own matter stands. No names, no notes, no contact. The code of the receipt comes in the
/// header X-Receipt-Code, because addresses are written into logs on their way.
/// </summary>
internal static class TrackApi
{
    public const string CodeHeader = "X-Receipt-Code";

    // What goes on between offices before anything is decided stays there.
    private static readonly Verb[] _internal =
    [
        Verb.Sort, Verb.ProposeDecline, Verb.RejectDecline, Verb.EscalateFromWindow, Verb.RequestExtension, Verb.RefuseExtension,
        Verb.ProposeSuspension, Verb.RefuseSuspension, Verb.SendBackAnswer,
    ];

    public static void MapTrackApi(this WebApplication app) => app.MapGet("/api/v1/matters/{number}", ShowAsync).Open()
        .Tells("trackMatter", "Residents", "Where one's own matter stands").AsksHeaders((CodeHeader, "The code of the receipt.")).Gives<MatterTracked>().Refuses(422);

    private static async Task<IResult> ShowAsync(
        string number, HttpContext context, RequesterDoor door, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var code = context.Request.Headers[CodeHeader].ToString();
        if (code.Length == 0)
        {
            return new Missing(CodeHeader).Problem(context);
        }
        if ((await door.FindAsync(number, code, address, context.Act().At, cancel)).IsRefused(out var refusal, out var matter))
        {
            return refusal.Problem(context);
        }
        context.Response.Headers.Append("Link", $"</api/v1/matters/{matter.Number}/receipts>; rel=\"receipts\"");
        var steps = await db.Set<Step>().Where(s => s.MatterId == matter.Id && !_internal.Contains(s.Verb)).OrderBy(s => s.Id).ToListAsync(cancel);
        var answers = await db.Set<Answer>().Where(a => a.MatterId == matter.Id && a.IsApproved == true).OrderBy(a => a.Id).ToListAsync(cancel);
        var question = await db.Set<Question>().Where(q => q.MatterId == matter.Id && q.RepliedAt == null).OrderByDescending(q => q.Id).FirstOrDefaultAsync(cancel);
        return Results.Json(new MatterTracked(matter.Number, Word.Of(matter.State), matter.Outcome == MatterOutcome.None ? null : Word.Of(matter.Outcome))
        {
            Unit = matter.LeadUnitId is { } id ? offices.Current.Unit(id)?.Name : null,
            RegisteredAt = matter.RegisteredAt,
            DueAt = matter.DueAt,
            Provisional = matter.IsDueProvisional,
            Round = matter.Round,
            Question = question?.Text,
            Steps = [.. steps.Select(s => new TrackedStep(Word.Of(s.Verb), s.At, Word.Of(s.ToState), s.DueAt))],
            Answers = [.. answers.Select(a => new TrackedAnswer(a.Round, Word.Of(a.Outcome), a.Text, a.At))],
        });
    }
}
