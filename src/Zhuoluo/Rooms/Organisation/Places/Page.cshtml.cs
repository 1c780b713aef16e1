using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zhuoluo.Rooms.Organisation.Places;

[Needs(Capability.SeeOrganisation)]
internal sealed class PlacesPage(Offices offices) : PageModel
{
    /// <summary>Code of the place whose inside is shown; the tops without it.</summary>
    [BindProperty(Name = "in", SupportsGet = true)]
    public string? In { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public OfficesSnapshot Offices => offices.Current;
    public Place? Here => In is { } code ? Offices.Place(code) : null;

    public IReadOnlyList<Place> Rows => Q is { Length: > 0 } word
        ? [.. Offices.Places.Where(p => p.Code.StartsWith(word, StringComparison.Ordinal) || p.Name.Contains(word, StringComparison.Ordinal) || Offices.AliasesOf(p).Any(a => a.Contains(word, StringComparison.Ordinal)))]
        : [.. Offices.PlacesWithin(Here?.Code ?? "")];

    public IEnumerable<Place> Above
    {
        get
        {
            var chain = new Stack<Place>();
            for (var up = Here?.ParentCode; up is not null && Offices.Place(up) is { } place && chain.Count < 4; up = place.ParentCode)
            {
                chain.Push(place);
            }
            return chain;
        }
    }
}
