using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>The county as a place and as the unit at the top, under which imported units without a parent are put.</summary>
internal sealed record SetUpCounty(string Code, string Name);

internal sealed record BadPlaceCode(string FieldName) : Refusal("bad-place-code")
{
    public override string? Field => FieldName;
}

internal sealed class SetUpCountyHandler(OrganisationWriter writer)
{
    /// <returns>The id of the county's unit; of the one that is there when it was set up before.</returns>
    public Task<Outcome<long>> HandleAsync(SetUpCounty command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act,
        work => Permissions.May(act.Who, Capability.ManageOrganisation) ? ApplyAsync(command, work, cancel) : Task.FromResult<Outcome<long>>(new NotPermitted()), cancel);

    internal static async Task<Outcome<long>> ApplyAsync(SetUpCounty command, Work work, CancellationToken cancel)
    {
        if (command.Code.Length != 6 || !Place.IsCode(command.Code))
        {
            return new BadPlaceCode("CountyCode");
        }
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Missing("CountyName");
        }
        if (await work.Db.Set<Unit>().SingleOrDefaultAsync(u => u.Code == command.Code, cancel) is { } there)
        {
            return there.Id;
        }
        var code = new Code(command.Code);
        if (!await work.Db.Set<Place>().AnyAsync(p => p.Code == command.Code, cancel))
        {
            work.Db.Add(new Place { Code = command.Code, Name = command.Name.Trim(), Kind = PlaceKind.County, ValidFrom = Place.Always });
            work.Record(new PlaceAddedV1(code, PlaceKind.County, null), Place.Subject(command.Code));
        }
        var id = work.Act.NewId();
        work.Db.Add(new Unit
        {
            Id = id,
            Code = command.Code,
            Name = command.Name.Trim(),
            Kind = UnitKind.County,
            Path = $"/{id}/",
            PlaceCode = command.Code,
            ValidFrom = Place.Always,
            ChangedAt = work.Act.At,
            ChangedBy = work.Act.Who.Office,
        });
        work.Record(new UnitAddedV1(code, UnitKind.County, null, code), new Subject("unit", id));
        return id;
    }
}
