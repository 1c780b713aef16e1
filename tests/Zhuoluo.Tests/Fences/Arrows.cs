using System.Text.RegularExpressions;

namespace Zhuoluo.Tests.Fences;

/// <summary>Which room may use which: the lines "**Room** → Other, Other" of docs/rooms.md.</summary>
internal static partial class Arrows
{
    public static Dictionary<string, HashSet<string>> Read(string markdown) =>
        Line().Matches(markdown).ToDictionary(
            m => m.Groups[1].Value,
            m => m.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(r => r != "nobody").ToHashSet(StringComparer.Ordinal));

    /// <summary>Every use that no arrow allows, or that reaches behind a door.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types, Dictionary<string, HashSet<string>> arrows)
    {
        foreach (var type in types)
        {
            var from = RoomOf(type);
            foreach (var used in CodeReader.TypesUsedBy(type))
            {
                var to = RoomOf(used);
                if (to is null || to == from)
                {
                    continue;
                }
                if (from is null)
                {
                    if (!MayKnowRooms(type))
                    {
                        yield return $"{type.FullName} knows the room {to} ({used.Name})";
                    }
                }
                else if (!arrows.TryGetValue(from, out var allowed) || !allowed.Contains(to))
                {
                    yield return $"{type.FullName}: no arrow {from} → {to} ({used.Name})";
                }
                else if (used.Namespace != $"Zhuoluo.Rooms.{to}")
                {
                    yield return $"{type.FullName}: {used.FullName} is behind the door of {to}";
                }
            }
        }
    }

    // Compiled pages live in one generated namespace; their type names carry the path: Rooms_Matters_List_Page.
    private static string? RoomOf(Type type)
    {
        if (type.Namespace?.StartsWith("Zhuoluo.Rooms.", StringComparison.Ordinal) == true)
        {
            return type.Namespace.Split('.')[2];
        }
        var outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }
        return outer.Name.StartsWith("Rooms_", StringComparison.Ordinal) && outer.Name.Count(c => c == '_') >= 2 ? outer.Name.Split('_')[1] : null;
    }

    // The table of contents and the list of tables name every room; nothing else outside the rooms does.
    private static bool MayKnowRooms(Type type) =>
        type.Namespace is "Zhuoluo.Start" or "Zhuoluo.Demo" || type.Namespace?.StartsWith("Zhuoluo.Demo.", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("Zhuoluo.Data.ZhuoluoContext", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("Program", StringComparison.Ordinal) == true
        || (type.FullName?.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal) == true && type.Name.StartsWith("Rooms__View", StringComparison.Ordinal));

    [GeneratedRegex(@"^\*\*(\w+)\*\* → (.+?)\.?$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
