using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.ListPetitions;

/// <summary>The petitions that the reader may see, by level, sort, stage and what has to be looked at.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class PetitionsPage(ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 25;

    public Viewer Viewer { get; private set; } = null!;
    public PetitionFilter Filter { get; private set; } = PetitionFilter.All;
    public Paged<PetitionCase> Cases { get; private set; } = null!;
    public IReadOnlyDictionary<long, string> Leads { get; private set; } = new Dictionary<long, string>();

    /// <summary>What people look at many times a day.</summary>
    public static IReadOnlyList<(string Key, PetitionFilter Filter)> Quick { get; } =
    [
        ("petition.quick.all", PetitionFilter.All),
        ("petition.quick.open", new PetitionFilter { IsOpen = true }),
        ("petition.quick.hard", new PetitionFilter { IsHard = true }),
        ("petition.quick.listed", new PetitionFilter { IsFromAbove = true, IsRepeatListed = true }),
        ("petition.is.late", new PetitionFilter { Is = PetitionIs.Late }),
        ("petition.is.tell-late", new PetitionFilter { Is = PetitionIs.TellLate }),
        ("petition.is.to-check", new PetitionFilter { Is = PetitionIs.ToCheck }),
        ("petition.is.without-lead", new PetitionFilter { Is = PetitionIs.WithoutLead }),
        ("petition.is.mine", new PetitionFilter { Is = PetitionIs.Mine }),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Filter = PetitionFilter.Read(Request.Query);
        var matching = db.Petitions(Filter, Viewer);
        var total = await matching.LongCountAsync(cancel);
        var number = (int)Math.Min(Filter.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await matching.OrderByDescending(c => c.Matter.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Cases = new Paged<PetitionCase>(rows, total, number, PageSize);
        var ids = rows.Select(c => c.Petition.LeadPersonId).OfType<long>().Distinct().ToList();
        Leads = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }

    public PetitionChoices Choices { get; } = new(texts);
}
