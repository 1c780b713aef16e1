using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Privacy.Own;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Privacy.Requests;

/// <summary>Somebody decides on what a requester asked, and says why (article 50: reasons when it is refused).</summary>
internal sealed record DecideRequest(long RequestId, bool IsGranted, string Answer)
{
    public const int LongestAnswer = 1000;
}

internal sealed record RightDecidedV1(DataRight Right, bool IsGranted) : IEntry
{
    public static string Kind => "right.decided";
    public static int Version => 1;
}

internal sealed class DecideRequestHandler(Writer writer, Offices offices, Eraser eraser, Sweeper sweeper)
{
    public async Task<Outcome<DataRequest>> HandleAsync(DecideRequest command, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync(act, work => DecideAsync(work, command, cancel), cancel);
        if (!outcome.IsRefused(out _, out var decided) && decided is { Right: DataRight.Erase, State: DataRequestState.Granted })
        {
            await sweeper.RunAsync(act, cancel);
        }
        return outcome;
    }

    private async Task<Outcome<DataRequest>> DecideAsync(Work work, DecideRequest command, CancellationToken cancel)
    {
        var act = work.Act;
        var request = await work.Db.Set<DataRequest>().SingleOrDefaultAsync(r => r.Id == command.RequestId, cancel);
        var matter = request is null ? null : await Sight.Of(act.Who, offices.Current).Seen(work.Db).AsTracking().SingleOrDefaultAsync(m => m.Id == request.MatterId, cancel);
        if (request is null || matter is null)
        {
            return new NotFound("request");
        }
        if (!Permissions.May(act.Who, Capability.ManagePersonalData))
        {
            return new NotPermitted();
        }
        if (request.State != DataRequestState.Open)
        {
            return new NothingToDecide();
        }
        if (PlainText.Read(command.Answer, "Answer", DecideRequest.LongestAnswer).IsRefused(out var refusal, out var answer))
        {
            return refusal;
        }
        if (answer is null)
        {
            return new Missing("Answer");
        }
        if (command.IsGranted && request.Right == DataRight.Correct)
        {
            await CorrectAsync(work, request, cancel);
        }
        if (command.IsGranted && request.Right == DataRight.Erase
            && (await eraser.EraseAsync(work, matter, ErasureGround.Request, cancel)).IsRefused(out refusal, out _))
        {
            return refusal;
        }
        request.State = command.IsGranted ? DataRequestState.Granted : DataRequestState.Refused;
        (request.DecidedAt, request.DecidedById, request.DecidedByName, request.Answer) = (act.At, act.Who.PersonId, act.Who.Name, answer);
        // The words have served; what was corrected stands in its place.
        request.Words = null;
        work.Record(new RightDecidedV1(request.Right, command.IsGranted), new Subject("matter", request.MatterId));
        return request;
    }

    private static async Task CorrectAsync(Work work, DataRequest request, CancellationToken cancel)
    {
        if (await AskAboutDataHandler.OpenAsync(work.Db, work.Vault, request, cancel) is not { } words || words is { Name: null, Phone: null })
        {
            return;
        }
        var row = await work.Db.Set<MatterContact>().SingleAsync(c => c.MatterId == request.MatterId, cancel);
        var key = await work.Db.Set<SubjectKey>().SingleAsync(k => k.Id == row.KeyId, cancel);
        var before = MatterContacts.Open(work.Vault, key, row);
        row.Sealed = MatterContacts.Seal(work.Vault, key, row.MatterId, before with { Name = words.Name ?? before.Name, Phone = words.Phone ?? before.Phone }, work.Act.Chance).Sealed;
    }
}
