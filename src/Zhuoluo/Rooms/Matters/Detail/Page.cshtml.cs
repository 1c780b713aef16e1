using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Detail;

[Needs(Capability.SeeMatters)]
internal sealed class MatterPage(MatterStoryQuery stories, Offices offices, CalendarsDoor calendars, MaskedContacts contacts, IDeeds deeds, Texts texts) : PageModel
{
    public MatterStory Story { get; private set; } = null!;
    public Matter Matter => Story.Matter;
    public Viewer Viewer { get; private set; } = null!;
    public IReadOnlyList<Transition> Offered { get; private set; } = [];
    public IReadOnlyList<StepTold> Lines { get; private set; } = [];
    public IReadOnlyList<UnitTime> Times { get; private set; } = [];

    /// <summary>How the present deadline was counted; null when no limit runs.</summary>
    public DeadlineAnswer? Due { get; private set; }
    public MaskedContact Contact { get; private set; } = new(null, null, false);
    public bool IsPrint => Request.Query.ContainsKey("print");

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Viewer = Viewer.Of(act, offices.Current);
        if (await stories.FindAsync(number, Viewer, cancel) is not { } story)
        {
            return NotFound();
        }
        Story = story;
        Offered = deeds.Offered(Matter, story.OpenProposals, act.Who, act.At);
        Lines = StepTold.Tell(story, texts, Viewer.Offices);
        Times = UnitTime.Of(story.Holdings, act.At);
        Contact = await contacts.OfAsync(Matter.Id, cancel);
        if (MatterClocks.Running(story.Clocks) is { } clock)
        {
            Due = Deadlines.Compute(MatterClocks.RunOf(clock, story.Pauses, story.Extensions), calendars.Calendar, act.At);
        }
        return Page();
    }
}
