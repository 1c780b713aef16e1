using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>What a complaint says, and who serves in the units to which it is about to go.</summary>
/// <param name="Words">Text and place as written, folded, without blanks.</param>
internal sealed record ConflictFacts(string Words)
{
    /// <summary>Names of staff by the unit in which they hold a role today.</summary>
    public ILookup<long, string> Staff { get; init; } = Array.Empty<(long, string)>().ToLookup(x => x.Item1, x => x.Item2);

    /// <summary>Units to which it may go all the same: asked by a supervisor, approved by another person.</summary>
    public IReadOnlyList<long> WaivedUnitIds { get; init; } = [];

    /// <summary>Whether it can be about somebody at all; a question for advice that names an office is none about it.</summary>
    public static bool May(Matter matter) => matter.IsConfidential || matter.Kind is MatterKind.Complaint or MatterKind.Report;

    public static async Task<ConflictFacts> LoadAsync(ZhuoluoContext db, Matter matter, Deed deed, OfficesSnapshot offices, CancellationToken cancel)
    {
        var text = await db.Set<MatterText>().AsNoTracking().FirstOrDefaultAsync(t => t.MatterId == matter.Id, cancel);
        var facts = new ConflictFacts(Fold.Width(string.Concat($"{text?.Text}\n{text?.PlaceText}\n{matter.Title}".Where(c => c == '\n' || !char.IsWhiteSpace(c)))));
        if (deed.Verb != Verb.Assign)
        {
            return facts;
        }
        var line = deed.AssistUnitIds.Append(deed.UnitId ?? 0).Select(id => offices.Unit(id)).OfType<Unit>().SelectMany(u => Conflicts.LineOf(u, offices)).Select(u => u.Id).Distinct().ToList();
        var roles = await db.Set<RoleAssignment>().AsNoTracking().Where(r => line.Contains(r.UnitId) && r.EndedAt == null)
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { Role = r, p.Name }).ToListAsync(cancel);
        var today = LocalDay.Of(matter.UpdatedAt);
        return facts with
        {
            Staff = roles.Where(x => x.Role.To is not { } last || last >= today).ToLookup(x => x.Role.UnitId, x => x.Name),
            WaivedUnitIds = await db.Set<ConflictWaiver>().Where(w => w.MatterId == matter.Id && w.IsApproved == true).Select(w => w.UnitId).ToListAsync(cancel),
        };
    }
}
