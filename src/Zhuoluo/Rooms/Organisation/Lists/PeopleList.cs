using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Lists;

/// <summary>Staff with the roles they hold, one line a role, in the columns that the import reads. No telephone numbers, no passwords.</summary>
internal static class PeopleList
{
    private static readonly string[] _columns = ["login", "name", "unit", "role", "from", "to"];

    public static async Task<IResult> AnswerAsync(HttpContext context, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var today = LocalDay.Of(context.Act().At);
        var people = await db.Set<Person>().ToDictionaryAsync(p => p.Id, cancel);
        var roles = await db.Set<RoleAssignment>().ToListAsync(cancel);
        var rows = roles.Where(r => r.IsHeldOn(today)).OrderBy(r => people[r.PersonId].LoginName, StringComparer.Ordinal).ThenBy(r => r.Id)
            .Select(r => (string[])
            [
                people[r.PersonId].LoginName, people[r.PersonId].Name, offices.Current.Unit(r.UnitId)!.Code, r.Role.ToString(),
                Day(r.From), r.To is { } last ? Day(last) : "",
            ]);
        return Results.File(CsvText.Of(_columns, rows), CsvText.ContentType, "people.csv");
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
