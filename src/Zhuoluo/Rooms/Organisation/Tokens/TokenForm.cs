using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.Tokens;

internal sealed class TokenForm
{
    private const int UsualDays = 90;

    [Display(Name = "token.name"), Required, StringLength(AccessToken.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "token.scopes")]
    public List<string> Scopes { get; set; } = [];

    [Display(Name = "token.expires-on"), Required]
    public DateOnly? ExpiresOn { get; set; }

    public static TokenForm From(DateOnly today) => new() { ExpiresOn = today.AddDays(UsualDays) };

    /// <summary>Scopes that open something to whoever holds these roles; all when <paramref name="may"/> is null.</summary>
    public static IReadOnlyList<SelectListItem> Choices(Texts texts, Func<Capability, bool>? may = null) =>
        [.. TokenScope.All.Where(s => may is null || s.Opens.Any(may)).Select(s => new SelectListItem($"{texts[s.Key]}（{s.Name}）", s.Name))];
}
