using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

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

    public static void MapTrackApi(this WebApplication app) => app.MapGet("/api/v1/matters/{number}", ShowAsync).Open();

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
        var steps = await db.Set<Step>().Where(s => s.MatterId == matter.Id && !_internal.Contains(s.Verb)).OrderBy(s => s.Id).ToListAsync(cancel);
        var answers = await db.Set<Answer>().Where(a => a.MatterId == matter.Id && a.IsApproved == true).OrderBy(a => a.Id).ToListAsync(cancel);
        return Results.Json(new
        {
            matter.Number,
            State = Word(matter.State),
            Outcome = matter.Outcome == MatterOutcome.None ? null : Word(matter.Outcome),
            Unit = matter.LeadUnitId is { } id ? offices.Current.Unit(id)?.Name : null,
            matter.RegisteredAt,
            matter.DueAt,
            Provisional = matter.IsDueProvisional,
            matter.Round,
            Steps = steps.Select(s => new { Verb = Word(s.Verb), s.At, State = Word(s.ToState), s.DueAt }),
            Answers = answers.Select(a => new { a.Round, Outcome = Word(a.Outcome), a.Text, a.At }),
        });
    }

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
