using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.AreaMap;

/// <summary>The county's own map.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Approval">审图号; without one it is shown as a sketch.</param>
/// <param name="GeoJson">The file's text.</param>
internal sealed record KeepMap(string Name, string? Approval, string GeoJson);

/// <summary>Takes a map in place of the one before. No boundaries ship with us: maps need an approval that only the county has.</summary>
internal sealed class KeepMapHandler(Writer writer, Offices offices)
{
    public const int LargestFile = 3_000_000;
    private const int LongestName = 60;

    public Task<Outcome<int>> HandleAsync(KeepMap command, Act act, CancellationToken cancel) => writer.WriteAsync<int>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.ManageOrganisation))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(command.Approval, nameof(command.Approval), LongestName).IsRefused(out refusal, out var approval)
            || GeoShapes.Read(command.GeoJson).IsRefused(out refusal, out var shapes))
        {
            return refusal;
        }
        var towns = shapes.Count(s => TownOf(s, offices.Current) is not null);
        if (towns == 0)
        {
            return new NoTownOnMap();
        }
        await work.Db.Set<MapFile>().ExecuteDeleteAsync(cancel);
        work.Db.Add(new MapFile
        {
            Id = MapFile.TheOne,
            Name = name ?? "",
            Approval = approval,
            GeoJson = command.GeoJson,
            UploadedAt = act.At,
            UploadedBy = act.Who.Name,
        });
        work.Record(new MapKeptV1(towns, approval is not null), new Subject("map", MapFile.TheOne));
        return towns;
    }, cancel);

    /// <summary>The town that a shape stands for: by code, else by its one name.</summary>
    public static Place? TownOf(GeoShape shape, OfficesSnapshot offices) =>
        offices.Place(shape.Code) is { Code.Length: 9 } known ? known
        : offices.PlacesNamed(shape.Name).Where(p => p.Code.Length == 9).ToList() is [var named] ? named : null;
}

/// <summary>A map was taken in.</summary>
internal sealed record MapKeptV1(int Towns, bool IsApproved) : IEntry
{
    public static string Kind => "map.kept";
    public static int Version => 1;
}
