using System.Linq.Expressions;

namespace Zhuoluo.Rooms.Matters;

/// <summary>How near the deadline is. Always shown with a shape and a word, never by colour alone (rules F4.2).</summary>
internal enum Light
{
    /// <summary>No limit runs.</summary>
    None = 0,
    Green = 1,

    /// <summary>Near: from <see cref="Matter.NearAt"/> on.</summary>
    Yellow = 2,

    /// <summary>Late.</summary>
    Red = 3,

    /// <summary>The clock stands still, e.g. while the requester is asked.</summary>
    Paused = 4,

    /// <summary>On the open list with a plan and a day of review.</summary>
    Suspended = 5,
}

/// <summary>The light is computed from the matter and the instant, never stored. The same rule for one matter and, as a predicate, for a list.</summary>
internal static class Lights
{
    public static Light Of(Matter matter, DateTimeOffset now) => matter switch
    {
        { State: MatterState.Suspended } => Light.Suspended,
        { DueAt: null } or { IsOpen: false } => Light.None,
        { IsPaused: true } => Light.Paused,
        _ when matter.DueAt <= now => Light.Red,
        _ when matter.NearAt <= now => Light.Yellow,
        _ => Light.Green,
    };

    /// <summary>The same as SQL, for lists and filters.</summary>
    public static Expression<Func<Matter, bool>> Is(Light light, DateTimeOffset now) => light switch
    {
        Light.Suspended => m => m.State == MatterState.Suspended,
        Light.Paused => m => m.IsOpen && m.State != MatterState.Suspended && m.IsPaused && m.DueAt != null,
        Light.Red => m => m.IsOpen && m.State != MatterState.Suspended && !m.IsPaused && m.DueAt <= now,
        Light.Yellow => m => m.IsOpen && m.State != MatterState.Suspended && !m.IsPaused && m.DueAt > now && m.NearAt <= now,
        Light.Green => m => m.IsOpen && m.State != MatterState.Suspended && !m.IsPaused && m.DueAt > now && (m.NearAt == null || m.NearAt > now),
        _ => m => m.State != MatterState.Suspended && (!m.IsOpen || m.DueAt == null),
    };

    /// <summary>The shape that goes with it, an icon's name.</summary>
    public static string Shape(this Light light) => light switch
    {
        Light.Green => "circle",
        Light.Yellow => "triangle",
        Light.Red => "octagon",
        Light.Paused => "pause",
        Light.Suspended => "calendar",
        _ => "dash",
    };
}
