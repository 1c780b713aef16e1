using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.SignInLog;

/// <summary>One entry about a person's account, read back from the ledger.</summary>
/// <param name="PersonId">Whose account.</param>
/// <param name="At">When, whole seconds.</param>
/// <param name="What">Kind of the entry with dashes, and what matters of it: <c>staff-signed-in</c>, <c>staff-sign-in-failed-locked</c>.</param>
/// <param name="Detail">A word of the entry such as the way or the role, or null.</param>
internal sealed record SignInLine(long PersonId, DateTimeOffset At, string What, string? Detail)
{
    private static readonly string[] _details = ["way", "factor", "role"];

    public static async Task<IReadOnlyList<SignInLine>> ReadAsync(ZhuoluoContext db, long? personId, int skip, int most, CancellationToken cancel)
    {
        var entries = db.Set<LedgerEntry>().Where(e => e.SubjectKind == "person");
        if (personId is { } id)
        {
            entries = entries.Where(e => e.SubjectId == id);
        }
        var rows = await entries.OrderByDescending(e => e.Idx).Skip(skip).Take(most).Select(e => new { e.SubjectId, e.Kind, e.Body }).ToListAsync(cancel);
        return [.. rows.Select(r => Read(r.SubjectId, r.Kind, r.Body))];
    }

    private static SignInLine Read(long personId, string kind, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var pub = json.RootElement.GetProperty("pub");
        var what = kind.Replace('.', '-');
        var detail = _details.Select(name => pub.TryGetProperty(name, out var value) ? value.GetString() : null).FirstOrDefault(v => v is not null);
        return new SignInLine(personId, json.RootElement.GetProperty("at").GetDateTimeOffset(), what + Flag(pub, "locked") + Flag(pub, "added", "removed") + Flag(pub, "everywhere") + Flag(pub, "byOther"), detail);
    }

    private static string Flag(JsonElement pub, string name, string? otherwise = null) =>
        !pub.TryGetProperty(name, out var flag) ? "" : flag.GetBoolean() ? "-" + name.ToLowerInvariant() : otherwise is null ? "" : "-" + otherwise;
}
