using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Privacy.Own;

/// <summary>A requester asks for a correction, an erasure or an explanation; the code of the receipt proves whose data they are.</summary>
internal sealed record AskAboutData(long MatterId, string Number, string Code, DataRight Right, DataWords Words);

/// <summary>What is sealed with the request.</summary>
internal sealed record DataWords(string? Text, string? Name, string? Phone);

internal sealed record RightAskedV1(DataRight Right, DateOnly Due) : IEntry
{
    public static string Kind => "right.asked";
    public static int Version => 1;
}

internal sealed class AskAboutDataHandler(Writer writer, MatterLimits limits, CalendarsDoor calendars)
{
    public const string Profile = "personal-data";
    public const int LongestText = 1000;

    public Task<Outcome<DataRequest>> HandleAsync(AskAboutData command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => AskAsync(work, command, cancel), cancel);

    private async Task<Outcome<DataRequest>> AskAsync(Work work, AskAboutData command, CancellationToken cancel)
    {
        var act = work.Act;
        if (!ReceiptCodes.IsCodeOf(work.Vault, command.MatterId, command.Number, command.Code))
        {
            return new NotFound("matter");
        }
        if (!Enum.IsDefined(command.Right) || command.Right == DataRight.Copy)
        {
            return new UnknownValue("Right");
        }
        if (PlainText.Read(command.Words.Text, "Text", LongestText).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        if (text is null && command.Right is not DataRight.Erase && command.Words is { Name: null, Phone: null })
        {
            return new Missing("Text");
        }
        if (await work.Db.Set<Erasure>().AnyAsync(e => e.MatterId == command.MatterId, cancel))
        {
            return new AlreadyErased();
        }
        if (await work.Db.Set<DataRequest>().AnyAsync(r => r.MatterId == command.MatterId && r.Right == command.Right && r.State == DataRequestState.Open, cancel))
        {
            return new AlreadyAsked();
        }
        var limit = limits.For(MatterKind.Consultation, Urgency.Ordinary, Profile).Limit;
        var due = Deadlines.Brief(ClockRun.Plain(limit, act.At), calendars.Current.CalendarFor(Profile), act.At).Due;
        var request = new DataRequest
        {
            Id = act.NewId(),
            MatterId = command.MatterId,
            Right = command.Right,
            AskedAt = act.At,
            DueAt = due,
            Words = await SealAsync(work, command with { Words = command.Words with { Text = text } }, cancel),
            State = DataRequestState.Open,
        };
        work.Db.Add(request);
        work.Record(new RightAskedV1(command.Right, LocalDay.Of(due.AddTicks(-1))), new Subject("matter", command.MatterId));
        return request;
    }

    // Under the matter's own key where it has one, so that they go with it; an anonymous matter gets one now.
    private static async Task<byte[]> SealAsync(Work work, AskAboutData command, CancellationToken cancel)
    {
        var key = await KeyAsync(work.Db, command.MatterId, cancel);
        if (key is null)
        {
            key = work.Vault.NewKey(work.Act);
            work.Db.Add(key);
            work.Db.Add(MatterContacts.Seal(work.Vault, key, command.MatterId, new Contact(null, null, null), work.Act.Chance));
        }
        return work.Vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(command.Words), Bound(command.MatterId), work.Act.Chance);
    }

    public static async Task<DataWords?> OpenAsync(ZhuoluoContext db, Vault vault, DataRequest request, CancellationToken cancel) =>
        request.Words is { } words && await KeyAsync(db, request.MatterId, cancel) is { } key
            ? JsonSerializer.Deserialize<DataWords>(vault.Open(key, words, Bound(request.MatterId)))
            : null;

    private static Task<SubjectKey?> KeyAsync(ZhuoluoContext db, long matterId, CancellationToken cancel) =>
        db.Set<MatterContact>().Where(c => c.MatterId == matterId).Join(db.Set<SubjectKey>(), c => c.KeyId, k => k.Id, (_, k) => k).FirstOrDefaultAsync(cancel);

    private static byte[] Bound(long matterId) =>
        System.Text.Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"data-request/{matterId}"));
}
