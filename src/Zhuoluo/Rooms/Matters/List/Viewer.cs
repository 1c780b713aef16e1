using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Who looks, when, and with which units in mind.</summary>
internal sealed record Viewer(Actor Who, DateTimeOffset Now, OfficesSnapshot Offices)
{
    public DateOnly Today => LocalDay.Of(Now);

    public Sight Sight => Sight.Of(Who, Offices);

    /// <summary>The units of the roles held, and all below them.</summary>
    public IReadOnlyList<long> OwnUnits =>
        [.. Offices.Units.Where(u => Who.Grants.Any(g => g.UnitId is not null && g.Covers(u.Path))).Select(u => u.Id)];

    public static Viewer Of(Act act, OfficesSnapshot offices) => new(act.Who, act.At, offices);
}
