using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Workbench;

/// <summary>What is to be done today. As many queries as there are numbers, plus four; none depends on how many matters there are.</summary>
[Needs(Capability.SeeWorkbench)]
internal sealed class WorkbenchPage(MatterListQuery list, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    private const int NextMost = 10;
    private static readonly TimeSpan _recent = TimeSpan.FromDays(7);

    public Viewer Viewer { get; private set; } = null!;
    public IReadOnlyList<(string Title, IReadOnlyList<CountLink> Counts)> Boxes { get; private set; } = [];

    /// <summary>The most pressing ones.</summary>
    public RowsShown Next { get; private set; } = null!;
    public MatterFilter NextFilter { get; private set; } = MatterFilter.All;
    public IReadOnlyList<News> News { get; private set; } = [];
    public bool SeesMatters { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Viewer = Viewer.Of(act, offices.Current);
        SeesMatters = HttpContext.May(Capability.SeeMatters);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        var boxes = new List<(string, IReadOnlyList<CountLink>)>();
        foreach (var box in WorkbenchBox.For(act.Who))
        {
            var counts = new List<CountLink>();
            foreach (var (label, filter, tone) in box.Counts)
            {
                counts.Add(new CountLink(label, filter, await list.CountAsync(filter, Viewer, catalogue, cancel), tone));
            }
            boxes.Add((box.Title, counts));
        }
        Boxes = boxes;
        NextFilter = Pressing();
        Next = new RowsShown(SeesMatters ? await list.FirstAsync(NextFilter, NextMost, Viewer, catalogue, cancel) : [], Viewer, catalogue) { IsBrief = true, HasUnits = NextFilter.Whose != Whose.Unit };
        News = SeesMatters ? await Workbench.News.ReadAsync(db, Viewer, act.At - _recent, texts, cancel) : [];
    }

    // Each role's own next thing: who sorts sees what is unsorted, who publishes what is unchecked, everybody else what is due first.
    private MatterFilter Pressing() => HttpContext.May(Capability.PublishMatter) ? new() { With = Trait.AwaitingCheck, Sort = MatterSort.Oldest } : new()
    {
        Sort = MatterSort.Due,
        States = HttpContext.May(Capability.AcceptMatter) ? StateSet.Of(MatterState.Registered, MatterState.AwaitingAssignment, MatterState.ReturnDisputed)
            : HttpContext.May(Capability.SignMatter) ? StateSet.Of(MatterState.AwaitingSignature, MatterState.InProgress, MatterState.Escalated)
            : HttpContext.May(Capability.CallBack) ? StateSet.Of(MatterState.AwaitingCallBack, MatterState.Escalated)
            : StateSet.Open,
        Whose = HttpContext.May(Capability.SignMatter) ? Whose.Unit : Whose.Anybody,
    };
}
