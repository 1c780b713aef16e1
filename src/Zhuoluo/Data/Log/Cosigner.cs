using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Witnesses;

namespace Zhuoluo.Data.Log;

/// <summary>Asks each witness to cosign the newest checkpoint of the growing year; what it adds is served with it (ledger.md section 12). Receipts do not wait for it.</summary>
internal sealed partial class Cosigner(
    IReadOnlyList<WitnessPlace> witnesses, PublishedLog published, IDbContextFactory<ZhuoluoContext> contexts, Writer writer, ActFactory acts, LogState state,
    TimeProvider time, ILogger<Cosigner> log, HttpMessageHandler? handler = null) : RegularJob(_rest, time, log)
{
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private const int MostAnswer = 1 << 16;
    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = _patience, MaxResponseContentBufferSize = MostAnswer };

    /// <summary>One look at each witness.</summary>
    public Task CosignAsync(CancellationToken cancel) => TurnAsync(cancel);

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task TurnAsync(CancellationToken cancel)
    {
        if (witnesses.Count == 0 || state.Alarm is not null
            || await published.CurrentAsync(cancel) is not { } shard || await published.CheckpointAsync(shard, cancel) is not { } note)
        {
            return;
        }
        foreach (var witness in witnesses.Where(w => !note.Signatures.Any(w.Key.Made)))
        {
            await AskAsync(witness, shard, note, cancel);
        }
    }

    protected override bool Passes(Exception fault) => base.Passes(fault) || fault is HttpRequestException or TaskCanceledException { InnerException: TimeoutException };

    private async Task AskAsync(WitnessPlace witness, Shard shard, SignedNote note, CancellationToken cancel)
    {
        var from = await LastAsync(witness, shard.Year, cancel);
        // Twice at most: the witness may remember another size than we do.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var request = await AddCheckpoint.MakeAsync(published.Source(shard), note, from, cancel);
            using var content = new ByteArrayContent(request.ToBytes());
            content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
            using var answer = await _http.PostAsync(new Uri($"{witness.Address.ToString().TrimEnd('/')}/{AddCheckpoint.Path}"), content, cancel);
            var reply = CosigningReply.Read(request, [witness.Key], (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync(cancel));
            switch (reply.Result)
            {
                case CosigningResult.Cosigned:
                    await KeepAsync(witness, shard.Year, Checkpoint.Parse(note.Text).Size, reply.Lines[0], cancel);
                    return;
                case CosigningResult.AskFromThere:
                    from = reply.Size;
                    break;
                case CosigningResult.StopSigning:
                    state.Raise($"The witness {witness.Key.Name} has seen another history of {shard.Origin} than the one that is stored here.");
                    return;
                default:
                    NotCosigned(log, witness.Key.Name, reply.Result.ToString());
                    return;
            }
        }
    }

    private async Task<long> LastAsync(WitnessPlace witness, int year, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<LedgerCosignature>().Where(c => c.Year == year && c.Witness == witness.Key.Name).MaxAsync(c => (long?)c.Size, cancel) ?? 0;
    }

    private Task<Outcome<Done>> KeepAsync(WitnessPlace witness, int year, long size, NoteSignature line, CancellationToken cancel) => writer.WriteAsync<Done>(acts.New(Actor.Job("cosigner"), Door.Job), async work =>
    {
        await work.RunAsync("INSERT INTO ledger_cosignature (year, size, witness, line) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", cancel, year, size, witness.Key.Name, line.ToString());
        return Done.Value;
    }, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The witness {Witness} did not cosign: {Result}")]
    private static partial void NotCosigned(ILogger logger, string witness, string result);
}
