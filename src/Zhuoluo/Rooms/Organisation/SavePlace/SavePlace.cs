using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SavePlace;

/// <summary>A place added or changed. It ends by a last day, with the code that takes its place (rules.md C2.5).</summary>
internal sealed record PlaceToSave(
    string Code, string Name, PlaceKind Kind, string? ParentCode, DateOnly? ValidFrom, DateOnly? ValidTo, string? SuccessorCode, IReadOnlyList<string> Aliases);

internal sealed record UnknownPlace(string FieldName) : Refusal("unknown-place")
{
    public override string? Field => FieldName;
}

internal sealed record SuccessorNeedsEnd() : Refusal("successor-needs-end")
{
    public override string? Field => "ValidTo";
}

internal sealed class SavePlaceHandler(OrganisationWriter writer)
{
    public static Outcome<Place> Decide(PlaceToSave command, Place? before, Func<string, bool> isKnown)
    {
        if (!Place.IsCode(command.Code))
        {
            return new BadPlaceCode("Code");
        }
        if (LineRules.RefuseName(command.Name.Trim()) is not null)
        {
            return new Missing("Name");
        }
        if (command.ParentCode is { } parent && (parent == command.Code || !isKnown(parent)))
        {
            return new UnknownPlace("ParentCode");
        }
        if (command.SuccessorCode is { } successor && (successor == command.Code || !isKnown(successor)))
        {
            return new UnknownPlace("SuccessorCode");
        }
        if (command is { SuccessorCode: not null, ValidTo: null })
        {
            return new SuccessorNeedsEnd();
        }
        var from = command.ValidFrom ?? before?.ValidFrom ?? Place.Always;
        if (command.ValidTo < from)
        {
            return new PeriodBackwards("ValidTo");
        }
        return new Place
        {
            Code = command.Code,
            Name = command.Name.Trim(),
            Kind = command.Kind,
            ParentCode = command.ParentCode,
            ValidFrom = from,
            ValidTo = command.ValidTo,
            SuccessorCode = command.SuccessorCode,
        };
    }

    public async Task<Outcome<Place>> HandleAsync(PlaceToSave command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManageOrganisation))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<Place>(act, async work =>
        {
            var known = (await work.Db.Set<Place>().Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            var before = await work.Db.Set<Place>().SingleOrDefaultAsync(p => p.Code == command.Code, cancel);
            var outcome = Decide(command, before, known.Contains);
            if (!outcome.IsRefused(out _, out var place))
            {
                await ApplyAsync(place, before, command.Aliases, work, cancel);
            }
            return outcome;
        }, cancel);
    }

    private static async Task ApplyAsync(Place place, Place? before, IReadOnlyList<string> typed, Work work, CancellationToken cancel)
    {
        if (before is null)
        {
            work.Db.Add(place);
            work.Record(new PlaceAddedV1(new Code(place.Code), place.Kind, ImportPlacesHandler.CodeOf(place.ParentCode)), Place.Subject(place.Code));
        }
        else
        {
            typed = before.Name == place.Name ? typed : [.. typed, before.Name];
            work.Db.Entry(before).CurrentValues.SetValues(place);
            work.Record(ImportPlacesHandler.EntryOf(place), Place.Subject(place.Code));
        }
        await work.Db.Set<PlaceAlias>().Where(a => a.PlaceCode == place.Code).ExecuteDeleteAsync(cancel);
        work.Db.AddRange(LineRules.Aliases(typed, place.Name).Select(name => new PlaceAlias { PlaceCode = place.Code, Name = name }));
    }
}
