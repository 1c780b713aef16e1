using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zhuoluo.Rooms.Organisation.Units;

[Needs(Capability.SeeOrganisation)]
internal sealed class UnitsPage(Offices offices) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public OfficesSnapshot Offices => offices.Current;

    /// <summary>Found by words or kind, or else the tops and what stands directly below them.</summary>
    public IReadOnlyList<Unit> Found => [.. Offices.Units.Where(u => (Kind is null || u.Kind == Kind) && Answers(u))];

    public IEnumerable<Unit> Rows => Found.Skip((Math.Max(1, Number) - 1) * Size).Take(Size);

    private bool Answers(Unit unit) => Q is not { Length: > 0 } word
        ? Kind is not null || unit.ParentId is null || Offices.Unit(unit.ParentId.Value)?.ParentId is null
        : unit.Code.StartsWith(word, StringComparison.Ordinal) || unit.Name.Contains(word, StringComparison.Ordinal)
            || Offices.AliasesOf(unit).Any(a => a.Contains(word, StringComparison.Ordinal));
}
