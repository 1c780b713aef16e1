using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Do;

/// <summary>A field in which a unit is written by name.</summary>
internal static class UnitAsked
{
    /// <summary>The unit meant. Where the words mean none or several the field says so, and <paramref name="choose"/> gets those that are like it.</summary>
    public static Unit? UnitOf(this PageModel page, Viewer viewer, string? words, string field, Action<IReadOnlyList<Unit>> choose)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }
        if (UnitFinder.Find(viewer.Offices, words, viewer.Today) is { } unit)
        {
            return unit;
        }
        var like = UnitFinder.Like(viewer.Offices, words.Trim(), viewer.Today);
        choose(like);
        var texts = page.HttpContext.RequestServices.GetRequiredService<Texts>();
        page.ModelState.AddModelError("Form." + field, texts[like.Count > 0 ? "matters.do.unit-many" : "matters.do.unit-none", words.Trim()]);
        return null;
    }
}
