using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>What a form of a visit needs to be drawn: with somebody's words in it, or blank for the day without reception.</summary>
internal sealed record VisitFields(VisitForm Form, IReadOnlyList<SelectListItem> Drives, IReadOnlyList<SelectListItem> Places, IReadOnlyList<SelectListItem> Kinds)
{
    /// <summary>Whose device outbox it fills: an id, and nothing that says who that is.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The one to be lived with: no token, no key; only what the service worker may keep.</summary>
    public bool IsBlank { get; init; }

    public static async Task<VisitFields> LoadAsync(VisitForm form, Act act, ZhuoluoContext db, Offices offices, Texts texts, CancellationToken cancel)
    {
        while (form.Matters.Count < VisitForm.MostMatters)
        {
            form.Matters.Add(new RaisedForm());
        }
        var today = LocalDay.Of(act.At);
        var drives = await db.Set<Drive>()
            .Where(d => d.From <= today && (d.To == null || d.To >= today) && (d.Kind == DriveKind.HouseholdVisits || d.Kind == DriveKind.Survey || d.Kind == DriveKind.LeaderVisits))
            .OrderByDescending(d => d.From).ToListAsync(cancel);
        return new VisitFields(
            form,
            [.. drives.Select(d => new SelectListItem(texts.Show(d.Name), d.Id.ToString(CultureInfo.InvariantCulture)))],
            [.. PlacesAround(act.Who, today, offices.Current).Select(p => new SelectListItem(texts.Show(p.Name), p.Code))],
            [.. Enum.GetValues<MatterKind>().Select(k => new SelectListItem(texts[PublicWords.Of(k)], k.ToString()))])
        {
            Owner = act.Who.PersonId?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
    }

    public static string? OfficePlace(Actor who, OfficesSnapshot offices) =>
        offices.UnitByCode(who.Office) is { } unit ? unit.PlaceCode ?? offices.Place(unit.Code)?.Code : null;

    /// <summary>The villages around the office first asked for: its own town, else all towns.</summary>
    private static IEnumerable<Place> PlacesAround(Actor who, DateOnly today, OfficesSnapshot offices)
    {
        var town = OfficePlace(who, offices) is { Length: >= 9 } own ? own[..9] : null;
        return offices.Places.Where(p => p.IsValidOn(today) && p.Code.Length >= 9
            && (town is null ? p.Code.Length == 9 : p.Code.StartsWith(town, StringComparison.Ordinal)));
    }
}
