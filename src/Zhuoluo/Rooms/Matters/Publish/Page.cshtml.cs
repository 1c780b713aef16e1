using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Publish;

/// <summary>Texts that wait for an editor, the oldest first.</summary>
[Needs(Capability.PublishMatter)]
internal sealed class PublicationQueuePage(PublicationQueue queue, Offices offices) : PageModel
{
    public const int Size = 25;

    public Paged<QueuedText> Texts { get; private set; } = new([], 0, 1, Size);

    public async Task OnGetAsync(int p, CancellationToken cancel) => Texts = await queue.ListAsync(Math.Max(1, p), Size, cancel);

    public string TownName(string code) => offices.Current.Place(code)?.Name ?? "";
}
