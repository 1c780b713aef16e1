using System.Security.Claims;

namespace Zhuoluo.Shell;

/// <summary>
/// A line of the staff menu. Rooms register their own, <c>services.AddSingleton(new MenuItem(...))</c>;
/// shown group by group, in order of registration, to those for whom <paramref name="IsFor"/> is true.
/// </summary>
/// <param name="Key">Text key of the label.</param>
/// <param name="Url">Where it leads; the item is marked while the path starts with it.</param>
/// <param name="Icon">A name in lib/icons.svg.</param>
/// <param name="IsFor">Who sees it, by the roles in the session and nothing else.</param>
/// <param name="Group">With which others it stands.</param>
internal sealed record MenuItem(string Key, string Url, string Icon, Func<ClaimsPrincipal, bool> IsFor, MenuGroup Group = MenuGroup.Work)
{
    public bool IsAt(PathString path) => path.StartsWithSegments(Url, StringComparison.Ordinal);
}

/// <summary>What is done every day, what is looked at now and then, what is set up once.</summary>
internal enum MenuGroup { Work, Look, Setup }
