using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Who looks, when, and with which units in mind.</summary>
internal sealed record Viewer(Actor Who, DateTimeOffset Now, OfficesSnapshot Offices)
{
    public DateOnly Today => LocalDay.Of(Now);

    private Sight? _sight;

    public Sight Sight => _sight ??= Sight.Of(Who, Offices);

    /// <summary>The units of the roles held, and all below them.</summary>
    public IReadOnlyList<long> OwnUnits =>
        [.. Offices.Units.Where(u => Who.Grants.Any(g => g.UnitId is not null && g.Covers(u.Path))).Select(u => u.Id)];

    /// <summary>All on which it depends what this viewer may see, but for the data: person, roles held, state of the offices, day.</summary>
    public string Scope => string.Create(CultureInfo.InvariantCulture, $"{Who.Kind} {Who.PersonId} {Offices.Version} {Today:O} {string.Join(' ', Who.Grants.Select(g => $"{(int)g.Role}{g.UnitPath}"))}");

    public static Viewer Of(Act act, OfficesSnapshot offices) => new(act.Who, act.At, offices);
}
