using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>Units as a paper of their own county calls them: nobody says the county's name before each of its bureaus.</summary>
internal static class PaperNames
{
    private const int CountyCode = 6;

    public static string Of(OfficesSnapshot offices, long unit)
    {
        var name = offices.Unit(unit)?.Name ?? "";
        return offices.Places.FirstOrDefault(p => p.Code.Length == CountyCode && name.Length > p.Name.Length && name.StartsWith(p.Name, StringComparison.Ordinal)) is { } county ? name[county.Name.Length..] : name;
    }
}
