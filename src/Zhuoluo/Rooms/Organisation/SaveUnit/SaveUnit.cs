using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SaveUnit;

/// <summary>A unit added (no id) or changed. <paramref name="Seen"/>: when it had last been changed as the editor saw it.</summary>
internal sealed record UnitToSave(
    long? Id, string Code, string Name, UnitKind Kind, long? ParentId, string? PlaceCode, string? Room,
    DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Aliases, DateTimeOffset? Seen = null);

internal sealed record UnitCodeTaken() : Refusal("unit-code-taken")
{
    public override string? Field => "Code";
}

internal sealed record BadUnitCode() : Refusal("bad-unit-code")
{
    public override string? Field => "Code";
}

internal sealed record UnitUnderItself() : Refusal("unit-under-itself")
{
    public override string? Field => "ParentId";
}

/// <summary>A unit with living units below it cannot end: they would belong to nobody.</summary>
internal sealed record UnitHasUnits(int Count) : Refusal("unit-has-units")
{
    public override string? Field => "ValidTo";
    public override IReadOnlyList<object> Arguments => [Count];
}

/// <summary>A window stands at a unit.</summary>
internal sealed record WindowNeedsUnit() : Refusal("window-needs-unit")
{
    public override string? Field => "ParentId";
}

internal sealed class SaveUnitHandler(OrganisationWriter writer)
{
    public static Outcome<Unit> Decide(UnitToSave command, IReadOnlyDictionary<long, Unit> units, Func<string, bool> isPlace, Act act)
    {
        var before = command.Id is { } id ? units.GetValueOrDefault(id) : null;
        if (command.Id is not null && before is null)
        {
            return new NotFound("unit");
        }
        if (before is not null && command.Seen is { } seen && before.ChangedAt != seen)
        {
            return new ChangedMeanwhile(before.ChangedBy, before.ChangedAt);
        }
        if (!UnitLines.IsCode(command.Code))
        {
            return new BadUnitCode();
        }
        if (LineRules.RefuseName(command.Name.Trim()) is not null)
        {
            return new Missing("Name");
        }
        if (units.Values.Any(u => u.Code == command.Code && u.Id != command.Id))
        {
            return new UnitCodeTaken();
        }
        return RefusePosition(command, units, isPlace, LocalDay.Of(act.At)) is { } refusal ? refusal : Make(command, before, act);
    }

    public async Task<Outcome<Unit>> HandleAsync(UnitToSave command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManageOrganisation))
        {
            return new NotPermitted();
        }
        return await writer.WriteAsync<Unit>(act, async work =>
        {
            var units = await work.Db.Set<Unit>().ToDictionaryAsync(u => u.Id, cancel);
            var places = (await work.Db.Set<Place>().Select(p => p.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
            var outcome = Decide(command, units, places.Contains, act);
            if (!outcome.IsRefused(out _, out var unit))
            {
                await ApplyAsync(unit, units, command.Aliases, work, cancel);
            }
            return outcome;
        }, cancel);
    }

    private static Refusal? RefusePosition(UnitToSave command, IReadOnlyDictionary<long, Unit> units, Func<string, bool> isPlace, DateOnly today) =>
        command is { Kind: UnitKind.Window, ParentId: null } ? new WindowNeedsUnit()
        : command.ParentId is { } parent && !units.ContainsKey(parent) ? new UnknownUnit("ParentId")
        : command.Id is { } id && UnitTree.MakesCircle(id, command.ParentId, u => units.GetValueOrDefault(u)) ? new UnitUnderItself()
        : command.PlaceCode is { } place && !isPlace(place) ? new BadPlaceCode("PlaceCode")
        : command.ValidTo < (command.ValidFrom ?? Place.Always) ? new PeriodBackwards("ValidTo")
        : command.ValidTo is { } last && units.Values.Count(u => u.ParentId == command.Id && command.Id is not null && u.IsValidOn(last > today ? last.AddDays(1) : today)) is > 0 and var below ? new UnitHasUnits(below)
        : null;

    private static Unit Make(UnitToSave command, Unit? before, Act act) => new()
    {
        Id = before?.Id ?? act.NewId(),
        Code = command.Code,
        Name = command.Name.Trim(),
        Kind = command.Kind,
        ParentId = command.ParentId,
        Path = before?.Path ?? "",
        PlaceCode = command.PlaceCode,
        Room = string.IsNullOrWhiteSpace(command.Room) ? null : command.Room.Trim(),
        ValidFrom = command.ValidFrom ?? before?.ValidFrom ?? Place.Always,
        ValidTo = command.ValidTo,
        ChangedAt = act.At,
        ChangedBy = act.Who.Office,
    };

    private static async Task ApplyAsync(Unit unit, Dictionary<long, Unit> units, IReadOnlyList<string> typed, Work work, CancellationToken cancel)
    {
        var after = new Dictionary<long, Unit>(units) { [unit.Id] = unit };
        var paths = UnitTree.Paths(after);
        var parent = unit.ParentId is { } up ? new Code(after[up].Code) : default(Code?);
        var subject = new Subject("unit", unit.Id);
        if (units.TryGetValue(unit.Id, out var before))
        {
            typed = before.Name == unit.Name ? typed : [.. typed, before.Name];
            work.Record(new UnitChangedV1(new Code(unit.Code), unit.Kind, parent, ImportPlacesHandler.CodeOf(unit.PlaceCode), unit.ValidTo), subject);
            foreach (var moved in units.Values.Where(u => u.Id != unit.Id && paths[u.Id] != u.Path).ToList())
            {
                work.Db.Entry(moved).CurrentValues.SetValues(moved with { Path = paths[moved.Id] });
            }
            work.Db.Entry(before).CurrentValues.SetValues(unit with { Path = paths[unit.Id] });
        }
        else
        {
            work.Db.Add(unit with { Path = paths[unit.Id] });
            work.Record(new UnitAddedV1(new Code(unit.Code), unit.Kind, parent, ImportPlacesHandler.CodeOf(unit.PlaceCode)), subject);
        }
        await work.Db.Set<UnitAlias>().Where(a => a.UnitId == unit.Id).ExecuteDeleteAsync(cancel);
        work.Db.AddRange(LineRules.Aliases(typed, unit.Name).Select(name => new UnitAlias { UnitId = unit.Id, Name = name }));
    }
}
