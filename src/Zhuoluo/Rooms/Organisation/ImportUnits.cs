using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

internal sealed record ImportUnits(IReadOnlyList<UnitLine> Lines);

/// <summary>A list of units, in any order of lines: new ones are added, known ones renamed or moved with all below them. Nothing is removed.</summary>
internal sealed class ImportUnitsHandler(OrganisationWriter writer)
{
    public async Task<Outcome<ListImported>> HandleAsync(ImportUnits command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManageOrganisation))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<ListImported>(act, work => ApplyAsync(command.Lines, work, cancel), cancel);
    }

    private static async Task<Outcome<ListImported>> ApplyAsync(IReadOnlyList<UnitLine> lines, Work work, CancellationToken cancel)
    {
        var known = await work.Db.Set<Unit>().ToDictionaryAsync(u => u.Id, cancel);
        var places = (await work.Db.Set<Place>().Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var aliases = (await work.Db.Set<UnitAlias>().Select(a => new { a.UnitId, a.Name }).ToListAsync(cancel)).Select(a => (a.UnitId, a.Name)).ToHashSet();
        var reading = new UnitLines(lines, known.Values, places);
        reading.Read(work.Act);

        var paths = UnitTree.Paths(reading.Units);
        var (added, changed, names, entries) = (new List<Unit>(), 0, new List<UnitAlias>(), new List<PendingEntry>());
        foreach (var unit in reading.Units.Values.Select(u => u with { Path = paths[u.Id] }))
        {
            var before = known.GetValueOrDefault(unit.Id);
            var line = reading.LineOf(unit.Id);
            var also = LineRules.Aliases(before is null || line is null ? line?.Aliases ?? [] : line.Aliases.Append(before.Name), unit.Name)
                .Where(name => aliases.Add((unit.Id, name))).Select(name => new UnitAlias { UnitId = unit.Id, Name = name }).ToList();
            names.AddRange(also);
            if (before is null)
            {
                added.Add(unit);
                entries.Add(work.Prepare(new UnitAddedV1(new Code(unit.Code), unit.Kind, reading.ParentCodeOf(unit), ImportPlacesHandler.CodeOf(unit.PlaceCode)), new Subject("unit", unit.Id), []));
            }
            else if (unit != before || also.Count > 0)
            {
                // What only moved along with its parent is not counted and tells nothing new.
                changed += line is null ? 0 : 1;
                work.Db.Entry(before).CurrentValues.SetValues(unit with { ChangedAt = work.Act.At, ChangedBy = work.Act.Who.Office });
                if (line is not null)
                {
                    entries.Add(work.Prepare(
                        new UnitChangedV1(new Code(unit.Code), unit.Kind, reading.ParentCodeOf(unit), ImportPlacesHandler.CodeOf(unit.PlaceCode), unit.ValidTo),
                        new Subject("unit", unit.Id), []));
                }
            }
        }
        await work.InsertManyAsync(added, cancel);
        await work.InsertManyAsync(names, cancel);
        await work.InsertManyAsync(entries, cancel);
        return new ListImported(added.Count, changed, lines.Count - reading.Refused.Count - added.Count - changed, reading.Refused);
    }
}
