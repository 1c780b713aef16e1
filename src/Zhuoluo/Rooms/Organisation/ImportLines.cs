namespace Zhuoluo.Rooms.Organisation;

/// <summary>One line of a list of places; a blank parent is the code's own county or town when that is known.</summary>
internal sealed record PlaceLine(string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases);

/// <summary>One line of a list of units; without parent it goes under the county's unit when there is one.</summary>
internal sealed record UnitLine(string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases, string? Room = null);

/// <summary>One line of a list of staff. <paramref name="Unit"/> is a code, a name or an alias; without a password the person cannot sign in yet.</summary>
internal sealed record PersonLine(string LoginName, string Name, string Unit, string Role, string? Phone = null, string? Password = null);

/// <param name="Line">Index in the lines given, from 0.</param>
/// <param name="Field">Name of the column: code, name, kind, parent, aliases, unit, role, login, password.</param>
/// <param name="Reason">Stable word such as unknown_kind.</param>
internal sealed record LineRefused(int Line, string Field, string Reason);

/// <summary>What became of a list. Importing it again changes nothing: all lines are then unchanged.</summary>
internal sealed record ListImported(int Added, int Changed, int Unchanged, IReadOnlyList<LineRefused> Refused);
