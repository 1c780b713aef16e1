using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

internal sealed record ImportPlaces(IReadOnlyList<PlaceLine> Lines);

/// <summary>A list of places: new ones are added, known ones renamed or moved; a former name stays as another name. Nothing is removed.</summary>
internal sealed class ImportPlacesHandler(OrganisationWriter writer)
{
    public async Task<Outcome<ListImported>> HandleAsync(ImportPlaces command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManageOrganisation))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<ListImported>(act, work => ApplyAsync(command.Lines, work, cancel), cancel);
    }

    public static (IReadOnlyList<(int Line, Place Place)> Wanted, IReadOnlyList<LineRefused> Refused) Decide(
        IReadOnlyList<PlaceLine> lines, IReadOnlyDictionary<string, Place> known)
    {
        var wanted = new List<(int, Place)>();
        var refused = new List<LineRefused>();
        var codes = lines.Select(l => l.Code.Trim()).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var (code, name) = (lines[i].Code.Trim(), lines[i].Name.Trim());
            var parent = lines[i].Parent is { Length: > 0 } given ? given.Trim() : ParentByCode(code, c => codes.Contains(c) || known.ContainsKey(c));
            var kind = LineRules.PlaceKindOf(lines[i].Kind);
            var refusal = !Place.IsCode(code) ? new LineRefused(i, "code", "bad_code")
                : LineRules.RefuseName(name) is { } reason ? new LineRefused(i, "name", reason)
                : kind is null ? new LineRefused(i, "kind", "unknown_kind")
                : parent is not null && (parent == code || (!codes.Contains(parent) && !known.ContainsKey(parent))) ? new LineRefused(i, "parent", "unknown_parent")
                : !seen.Add(code) ? new LineRefused(i, "code", "duplicate_code")
                : null;
            if (refusal is not null)
            {
                refused.Add(refusal);
                continue;
            }
            var place = known.GetValueOrDefault(code) ?? new Place { Code = code, Name = name, Kind = kind!.Value, ValidFrom = Place.Always };
            wanted.Add((i, place with { Name = name, Kind = kind!.Value, ParentCode = parent }));
        }
        return (wanted, refused);
    }

    private static async Task<Outcome<ListImported>> ApplyAsync(IReadOnlyList<PlaceLine> lines, Work work, CancellationToken cancel)
    {
        var known = await work.Db.Set<Place>().ToDictionaryAsync(p => p.Code, cancel);
        var aliases = (await work.Db.Set<PlaceAlias>().Select(a => new { a.PlaceCode, a.Name }).ToListAsync(cancel)).Select(a => (a.PlaceCode, a.Name)).ToHashSet();
        var (wanted, refused) = Decide(lines, known);
        var (added, changed, names, entries) = (new List<Place>(), 0, new List<PlaceAlias>(), new List<PendingEntry>());
        foreach (var (line, place) in wanted)
        {
            var before = known.GetValueOrDefault(place.Code);
            var also = LineRules.Aliases(before is null ? lines[line].Aliases : lines[line].Aliases.Append(before.Name), place.Name)
                .Where(name => aliases.Add((place.Code, name))).Select(name => new PlaceAlias { PlaceCode = place.Code, Name = name }).ToList();
            names.AddRange(also);
            if (before is null)
            {
                added.Add(place);
                entries.Add(work.Prepare(new PlaceAddedV1(new Code(place.Code), place.Kind, CodeOf(place.ParentCode)), Place.Subject(place.Code), []));
            }
            else if (place != before || also.Count > 0)
            {
                changed++;
                work.Db.Entry(before).CurrentValues.SetValues(place);
                entries.Add(work.Prepare(EntryOf(place), Place.Subject(place.Code), []));
            }
        }
        await work.InsertManyAsync(added, cancel);
        await work.InsertManyAsync(names, cancel);
        await work.InsertManyAsync(entries, cancel);
        return new ListImported(added.Count, changed, wanted.Count - added.Count - changed, refused);
    }

    internal static PlaceChangedV1 EntryOf(Place place) =>
        new(new Code(place.Code), place.Kind, CodeOf(place.ParentCode), place.ValidTo, CodeOf(place.SuccessorCode));

    internal static Code? CodeOf(string? code) => code is null ? null : new Code(code);

    // Only within a county: 12 digits lie in 9, 9 in 6. Above that codes say nothing about who governs (C2.4).
    private static string? ParentByCode(string code, Func<string, bool> isKnown) => code.Length switch
    {
        12 when isKnown(code[..9]) => code[..9],
        9 when isKnown(code[..6]) => code[..6],
        _ => null,
    };
}
