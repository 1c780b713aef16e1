using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Proofs.Check;

/// <summary>
/// What a receipt proves, in plain words. With scripts the browser checks it by itself and the file stays on the device; without them it is
/// sent here, checked and thrown away. With ?entry= or ?year=&amp;index= the page makes the public receipt of an entry and checks that one.
/// </summary>
[Open]
[RequestSizeLimit(MostRequestBytes)]
internal sealed class CheckPage(ReceiptCheck check, ReceiptMaker maker, PublishedLog log, Offices offices, Texts texts) : PageModel
{
    private const int MostRequestBytes = 4 << 20;
    private const int MostFieldLength = 10_000;
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public CheckReport? Report { get; private set; }

    /// <summary>Where the receipt that was made here can be fetched; null when the reader brought one.</summary>
    public string? Address { get; private set; }

    /// <summary>The entry is durable and not published yet.</summary>
    public bool IsWaiting { get; private set; }

    public bool IsUnknown { get; private set; }

    public async Task OnGetAsync(string? entry, int? year, long? index, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        if (entry is not null)
        {
            var made = EventIds.Read(entry) is { } id ? await maker.OfEventAsync(id, [], cancel) : ReceiptMade.Unknown;
            await ShowAsync(made.Receipt, "/ledger/receipts/" + entry, made.IsKnown, cancel);
        }
        else if (index is { } number)
        {
            var shard = number < 0 ? null : await log.ShardAsync(year, cancel);
            var receipt = shard is null ? null : await maker.AtAsync(new LogPlace(shard, number), [], cancel);
            await ShowAsync(receipt, string.Create(CultureInfo.InvariantCulture, $"/ledger/entries/{shard?.Year}/{number}/proof"), isKnown: false, cancel);
        }
    }

    public async Task OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        using var bytes = new MemoryStream();
        if (file is { Length: <= TlogProof.MostBytes })
        {
            await file.CopyToAsync(bytes, cancel);
        }
        Report = await check.OfAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancel);
    }

    /// <summary>Every text that the script may need, in the reader's language, as JSON.</summary>
    public string Words() => JsonSerializer.Serialize(
        texts.KeysOf(Languages.Simplified).Where(k => k.StartsWith("ledger.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToDictionary(k => k, k => texts[k]), _readable);

    public string KindOf(string kind) => texts.Has("ledger.kind." + kind) ? texts["ledger.kind." + kind] : kind;

    public string OpeningOf(string type) => texts.Has("ledger.opening." + type) ? texts["ledger.opening." + type] : type;

    public string FieldOf(string name) => texts.Has("ledger.field." + name) ? texts["ledger.field." + name] : name;

    public string OfficeOf(string code) => texts.Has("ledger.who." + code) ? texts["ledger.who." + code]
        : offices.Current.UnitByCode(code) is { } unit ? texts.Show(unit.Name) : code;

    public string SaidOf(CheckStep step) => step switch
    {
        { Fault: "unknown-origin" } => texts["ledger.fault.unknown-origin", Report!.Checkpoint?.Origin],
        { Fault: { } fault } => texts["ledger.fault." + fault, Report!.Today],
        { State: StepState.Undone } => texts["ledger.step.after"],
        { Name: StepName.Signature } => texts["ledger.step.signature.passed", string.Join(texts["refusal.list-comma"], Report!.Signers.Select(k => texts["ledger.own-key", k.Id.ToString("x8", CultureInfo.InvariantCulture)]))],
        { Name: StepName.Place } => texts["ledger.step.place.passed", Report!.Receipt!.Proof.Index, Report.Checkpoint!.Size],
        { Name: StepName.Today } => texts["ledger.step.today.passed", Report!.Today],
        _ => texts[$"ledger.step.{step.Name.ToString().ToLowerInvariant()}.passed"],
    };

    public static string ToneOf(StepState state) => state switch { StepState.Passed => "good", StepState.Failed => "bad", _ => "wait" };

    public static DateTimeOffset? AtOf(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>The data of an opening, field by field; as it stands when it is no JSON object.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(ReadOnlyMemory<byte> data)
    {
        var text = System.Text.Encoding.UTF8.GetString(data.Span);
        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.ValueKind != JsonValueKind.Object ? [("text", Short(text))]
                : [.. json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => (p.Name, Short(p.Value.ToString())))];
        }
        catch (JsonException)
        {
            return [("text", Short(text))];
        }
    }

    private static string Short(string text) => text.Length > MostFieldLength ? text[..MostFieldLength] : text;

    private async Task ShowAsync(Receipt? receipt, string file, bool isKnown, CancellationToken cancel)
    {
        if (receipt is null)
        {
            (IsWaiting, IsUnknown) = (isKnown, !isKnown);
            Response.StatusCode = isKnown ? StatusCodes.Status202Accepted : StatusCodes.Status404NotFound;
            return;
        }
        (Address, Report) = (file, await check.OfAsync(receipt, cancel));
    }
}
