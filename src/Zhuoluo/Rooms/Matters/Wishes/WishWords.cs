using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>How states, places and givers of wishes are said.</summary>
internal static class WishWords
{
    public static string ToneOf(WishState state) => state switch
    {
        WishState.Open => "wait",
        WishState.Claimed => "busy",
        WishState.Fulfilled or WishState.Confirmed => "good",
        WishState.Withheld => "bad",
        _ => "plain",
    };

    public static string Town(HttpContext context, string code) => Offices(context).Place(code)?.Name ?? code;

    /// <summary>The unit or its branch by name; a person only as a person.</summary>
    public static string Claimant(HttpContext context, Texts texts, ClaimantKind kind, long? unitId, string? branch)
    {
        var unit = unitId is { } id ? Offices(context).Unit(id)?.Name ?? "" : "";
        return kind switch
        {
            ClaimantKind.Unit => texts["wish.by.unit", texts.Show(unit)],
            ClaimantKind.Branch => texts["wish.by.unit", texts.Show(unit) + " " + texts.Show(branch)],
            ClaimantKind.Person => texts["wish.by.person"],
            _ => "",
        };
    }

    private static OfficesSnapshot Offices(HttpContext context) => context.RequestServices.GetRequiredService<Offices>().Current;
}
