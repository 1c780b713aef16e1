using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>What stands in the selects of forms: units in the order of their codes, kinds and roles in the reader's language.</summary>
internal static class Choosing
{
    public static IReadOnlyList<SelectListItem> Units(OfficesSnapshot offices, DateOnly today, Texts texts) =>
        [.. offices.Units.Where(u => u.IsValidOn(today)).Select(u => new SelectListItem(texts.Show(u.Name), u.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];

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
