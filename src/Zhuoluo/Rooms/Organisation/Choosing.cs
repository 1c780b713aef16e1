using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>What stands in the selects of forms: units in the order of their codes, kinds and roles in the reader's language.</summary>
internal static class Choosing
{
    /// <summary>Units of the day, only those that <paramref name="fits"/> where it is given.</summary>
    public static IReadOnlyList<SelectListItem> Units(OfficesSnapshot offices, DateOnly today, Texts texts, Func<Unit, bool>? fits = null) =>
        [.. offices.Units.Where(u => u.IsValidOn(today) && fits?.Invoke(u) != false).Select(u => new SelectListItem(texts.Show(u.Name), u.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Those that hold meetings and issue papers: no village, no window.</summary>
    public static IReadOnlyList<SelectListItem> UnitsOfOffice(OfficesSnapshot offices, DateOnly today, Texts texts) =>
        Units(offices, today, texts, u => u.Kind is not (UnitKind.Village or UnitKind.Window));

    /// <summary>Values of an enumeration; text keys <c>{prefix}.{Value}</c>.</summary>
    public static IReadOnlyList<SelectListItem> Of<T>(string prefix, Texts texts)
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(n => new SelectListItem(texts[$"{prefix}.{n}"], n))];

    public static IReadOnlyList<SelectListItem> Roles(Texts texts) =>
        [.. Permissions.Roles.Select(r => new SelectListItem(texts[$"org.role.{r}"], r.ToString()))];

    public static DateOnly Today(this HttpContext context) => LocalDay.Of(context.RequestServices.GetRequiredService<ActFactory>().Now);

    /// <summary>Other names as typed: separated by semicolons, commas or lines, of either width.</summary>
    public static IReadOnlyList<string> Names(string? typed) =>
        (typed ?? "").Split([';', '；', ',', '，', '、', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
