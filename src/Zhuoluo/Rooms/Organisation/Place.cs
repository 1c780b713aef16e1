using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// A place by its national division code: 6 digits county, 9 township, 12 village or community (rules.md C2.1).
/// Divisions change, so a code keeps the days it was valid and the code that took its place (C2.5).
/// Reporting lines are not derived from codes (C2.4): those are the units' own.
/// </summary>
internal sealed record Place
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required PlaceKind Kind { get; init; }
    public string? ParentCode { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last valid day, or null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    public string? SuccessorCode { get; init; }

    /// <summary>Codes 4xx and 5xx in the township digits are special zones, not townships of the law (C2.3).</summary>
    public bool IsLegalTownship => Code.Length == 9 && Code[6] < '4';

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>The first day of whatever was there before anybody wrote down since when.</summary>
    public static DateOnly Always { get; } = new(1900, 1, 1);

    /// <summary>Codes have at most 12 digits, so a code is its own number.</summary>
    public static Subject Subject(string code) => new("place", long.Parse(code, CultureInfo.InvariantCulture));

    public static bool IsCode(string code) => code.Length is 6 or 9 or 12 && code.All(char.IsAsciiDigit);
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum PlaceKind { County = 1, Town = 2, Township = 3, Street = 4, Community = 5, Village = 6, Special = 7 }

/// <summary>Another name in use: short, former, or spelled otherwise. One alias may stand at several places.</summary>
internal sealed record PlaceAlias
{
    public required string PlaceCode { get; init; }
    public required string Name { get; init; }
}
