using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Access;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Detail;

[Needs(Capability.SeeMatters)]
internal sealed class MatterPage(MatterStoryQuery stories, AttachmentQuery attachments, Offices offices, CalendarsDoor calendars, MaskedContacts contacts, IDeeds deeds, IPromises promises, AccessLog access, Texts texts) : PageModel
{
    public MatterStory Story { get; private set; } = null!;
    public Matter Matter => Story.Matter;
    public Viewer Viewer { get; private set; } = null!;
    public IReadOnlyList<Transition> Offered { get; private set; } = [];
    public IReadOnlyList<StepTold> Lines { get; private set; } = [];
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public IReadOnlyList<PromiseTold> Promises { get; private set; } = [];
    public IReadOnlyList<UnitTime> Times { get; private set; } = [];

    /// <summary>How the present deadline was counted; null when no limit runs.</summary>
    public DeadlineAnswer? Due { get; private set; }
    public MaskedContact Contact { get; private set; } = new(null, null, false);

    /// <summary>What the requester said of it, as far as the reader may know whose word it is.</summary>
    public IReadOnlyList<Rating> Ratings => [.. Story.Ratings.Where(r => r.GivenAt is not null && RatingSight.Sees(Viewer.Who, r.Grade))];

    public bool IsPrint => Request.Query.ContainsKey("print");

    /// <summary>What somebody waits for stands first, then what moves the matter on, then the rest in the order of the state table.</summary>
    public static int RankOf(Verb verb) => verb switch
    {
        Verb.ConfirmDecline or Verb.RejectDecline or Verb.UpholdReturn or Verb.RejectReturn or Verb.ApproveExtension or Verb.RefuseExtension
            or Verb.ApproveSuspension or Verb.RefuseSuspension => 0,
        Verb.Accept or Verb.Assign or Verb.Sign or Verb.Answer or Verb.ApproveAnswer or Verb.CallBack => 1,
        _ => 2,
    };

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Viewer = Viewer.Of(act, offices.Current);
        if (await stories.FindAsync(number, Viewer, cancel) is not { } story)
        {
            return NotFound();
        }
        Story = story;
        access.Note(Matter, act.Who, act.At);
        Offered = [.. deeds.Offered(Matter, story.OpenProposals, act.Who, act.At).OrderBy(o => RankOf(o.Verb))];
        Lines = StepTold.Tell(story, texts, Viewer.Offices);
        Times = UnitTime.Of(story.Holdings, act.At);
        Files = await attachments.OfMatterAsync(Matter.Id, cancel);
        Promises = await promises.OfAsync(Matter.Id, cancel);
        Contact = await contacts.OfAsync(Matter.Id, cancel);
        if (MatterClocks.Running(story.Clocks) is { } clock)
        {
            Due = Deadlines.Compute(MatterClocks.RunOf(clock, story.Pauses, story.Extensions), calendars.Current.CalendarFor(clock.ProfileCode), act.At);
        }
        return Page();
    }
}
