using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Rooms.Matters.Statistics;

[Needs(Capability.SeeStatistics)]
internal sealed class StatisticsPage(StatisticsQuery statistics, ZhuoluoContext db, Offices offices, Texts texts, Kept kept) : PageModel
{
    private const int MostBars = 16;

    public StatisticsFilter Filter { get; private set; } = new();
    public IReadOnlyList<StatisticsRow> Rows { get; private set; } = [];
    public StatisticsRow Sum { get; private set; } = null!;
    public IEnumerable<SelectListItem> Drives { get; private set; } = [];

    /// <summary>Whether the reader may open the records behind the numbers.</summary>
    public bool MayOpen => HttpContext.May(Capability.SeeMatters);

    /// <summary>Who sees only own units gets numbers of own units: a number whose records cannot be opened proves nothing.</summary>
    public bool IsOwnOnly { get; private set; }

    public IReadOnlyList<Mark> Bars => [.. Rows.Take(MostBars).Select(r => new Mark(r.Name, r.Total, MayOpen ? r.Records.Href : null))];

    public IReadOnlyList<Series> Lines =>
    [
        new(texts["matters.stat.total"], [.. Rows.Select(r => r.Total)]),
        new(texts["matters.stat.closed"], [.. Rows.Select(r => r.Closed)]),
        new(texts["matters.stat.solved"], [.. Rows.Select(r => r.Solved)]),
    ];

    public IReadOnlyList<Mark> Outcomes =>
    [
        new(texts.Name(MatterOutcome.Solved), Sum.Solved, Opens(Sum.With(MatterOutcome.Solved)), "good"),
        new(texts.Name(MatterOutcome.Explained), Sum.Explained, Opens(Sum.With(MatterOutcome.Explained))),
        new(texts.Name(MatterOutcome.PartlySolved), Sum.PartlySolved, Opens(Sum.With(MatterOutcome.PartlySolved)), "wait"),
        new(texts.Name(MatterOutcome.NotPossible), Sum.NotPossible, Opens(Sum.With(MatterOutcome.NotPossible)), "bad"),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        var viewer = Viewer.Of(act, offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, kept, cancel);
        Filter = StatisticsFilter.Read(Request.Query);
        IsOwnOnly = !Permissions.PathsOf(act.Who, Capability.SeeStatistics).Contains("/");
        if (IsOwnOnly)
        {
            Filter = Filter with { By = Breakdown.Unit, Under = OwnTop(viewer) };
        }
        Rows = await kept.GetAsync((Filter, viewer.Offices.Version, Languages.Current), () => statistics.ReadAsync(Filter, viewer, catalogue, cancel), cancel);
        Drives = new FilterChoices(texts, viewer.Offices, catalogue, viewer.Today).Drives;
        Sum = Add(Rows, Filter);
    }

    /// <summary>The page without its frame. The mark of the data is asked each time, so that a count that has changed is never shown as it was.</summary>
    public ValueTask<HtmlString> FiguresAsync(IHtmlHelper html) => kept.GetAsync(
        (Filter, offices.Current.Version, Languages.Current, MayOpen, IsOwnOnly),
        async () => Markup.Fixed(await html.PartialAsync("/Rooms/Matters/Statistics/_Figures.cshtml", this)), HttpContext.RequestAborted);

    public string? Opens(MatterFilter filter) => MayOpen ? filter.Href : null;

    // A unit asked for, if it is one of the reader's own; else the first of them.
    private string? OwnTop(Viewer viewer)
    {
        var own = viewer.OwnUnits;
        var asked = Filter.Under is { } code ? viewer.Offices.UnitByCode(code) : null;
        return asked is not null && own.Contains(asked.Id) ? asked.Code : own.Count > 0 ? viewer.Offices.Unit(own[0])?.Code : "";
    }

    private static StatisticsRow Add(IReadOnlyList<StatisticsRow> rows, StatisticsFilter filter) => new("", SumRecords(filter))
    {
        Total = rows.Sum(r => r.Total),
        Open = rows.Sum(r => r.Open),
        Closed = rows.Sum(r => r.Closed),
        Solved = rows.Sum(r => r.Solved),
        PartlySolved = rows.Sum(r => r.PartlySolved),
        Explained = rows.Sum(r => r.Explained),
        NotPossible = rows.Sum(r => r.NotPossible),
    };

    private static MatterFilter SumRecords(StatisticsFilter filter) => filter.By switch
    {
        Breakdown.Unit when filter.Under is { } unit => filter.Records with { Unit = unit },
        Breakdown.Category when filter.Under is { } category => filter.Records with { Category = category },
        _ => filter.Records,
    };
}
