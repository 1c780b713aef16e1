using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Teams;

/// <summary>Who can be in a team: everybody on the staff with an active account, by name.</summary>
internal static class TeamPeople
{
    private const int Most = 2000;

    public static async Task<IReadOnlyList<SelectListItem>> AllAsync(ZhuoluoContext db, Texts texts, CancellationToken cancel)
    {
        var people = await db.Set<Person>().Where(p => p.IsActive).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most).Select(p => new { p.Id, p.Name, p.LoginName }).ToListAsync(cancel);
        return [.. people.Select(p => new SelectListItem($"{texts.Show(p.Name)} ({p.LoginName})", p.Id.ToString(CultureInfo.InvariantCulture)))];
    }
}
