namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The places, units and categories that a file's words are read against. Words outside it are unknown, never guessed.</summary>
internal sealed record OfficeDirectory(
    IReadOnlyList<DirectoryPlace> Places,
    IReadOnlyList<DirectoryUnit> Units,
    IReadOnlyList<DirectoryCategory> Categories)
{
    public static OfficeDirectory Empty { get; } = new([], [], []);
}

/// <summary><see cref="Kind"/> is county, town, village or community; <see cref="Parent"/> the code of the place above.</summary>
internal sealed record DirectoryPlace(string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases);

/// <summary>The unit of a town or village carries the code of its place.</summary>
internal sealed record DirectoryUnit(string Code, string Name, IReadOnlyList<string> Aliases);

internal sealed record DirectoryCategory(string Code, string Name);
