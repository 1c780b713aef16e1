using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Receipts;
using Opening = Zhuoluo.Ledger.Receipts.Opening;

namespace Zhuoluo.Rooms.Matters.OwnReceipts;

/// <summary>
/// What the receipts of a matter may open for its requester: what they said themselves, through whatever door it was written down, and the answers
/// that they were given. Never a note between offices: an opening shows all of what it opens.
/// </summary>
internal sealed class OwnOpenings(ZhuoluoContext db, Vault vault)
{
    private const string PublicOffice = "public";
    private const string WordsClass = "matter.text.v1";
    private const string StepClass = "matter.step.v1";

    /// <summary>By the entries' ids; those without any are not in it. Two queries, however many entries.</summary>
    public async Task<ILookup<string, Opening>> OfAsync(long matterId, IReadOnlyList<(byte[] EventId, LoggedEntry Entry)> entries, CancellationToken cancel)
    {
        var ids = entries.Select(e => e.EventId).ToList();
        var rows = await db.Set<SealedOpening>().Where(o => ids.Contains(o.EventId))
            .Join(db.Set<SubjectKey>(), o => o.KeyId, k => k.Id, (o, k) => new { Row = o, Key = k }).ToListAsync(cancel);
        var answers = (await db.Set<Answer>().Where(a => a.MatterId == matterId && a.IsApproved == true).Select(a => a.Text).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var by = entries.ToDictionary(e => e.Entry.Id, e => e.Entry.By, StringComparer.Ordinal);
        return rows.Select(r => (Id: Convert.ToHexStringLower(r.Row.EventId), Opening: OpeningReader.Open(vault, r.Key, r.Row)))
            .Where(o => IsOwn(by[o.Id], o.Opening, answers)).ToLookup(o => o.Id, o => o.Opening, StringComparer.Ordinal);
    }

    /// <summary>Whether the entry holds a commitment that its requester could open if it was not erased.</summary>
    public static bool CouldOpen(LoggedEntry entry) =>
        entry.Commitments.Count > 0 && (entry.By == PublicOffice || entry.Kind is "matter.registered" or "matter.imported");

    private static bool IsOwn(string by, Opening opening, HashSet<string> answers) =>
        by == PublicOffice || opening.Type == WordsClass || (opening.Type == StepClass && IsAnswerAlone(opening.Data, answers));

    // An answer that was approved, and nothing beside it.
    private static bool IsAnswerAlone(ReadOnlyMemory<byte> data, HashSet<string> answers)
    {
        using var said = JsonDocument.Parse(data);
        return IsNothing("note") && said.RootElement.TryGetProperty("text", out var text) && text.GetString() is { } words && answers.Contains(words);

        bool IsNothing(string field) => !said.RootElement.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null;
    }
}
