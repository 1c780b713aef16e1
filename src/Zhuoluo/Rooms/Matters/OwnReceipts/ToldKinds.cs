namespace Zhuoluo.Rooms.Matters.OwnReceipts;

/// <summary>
/// Kinds of entries that a requester is shown of the own matter: the steps of <see cref="PublicStory"/> and what they did themselves. What goes on
/// between offices before anything is decided stays there, also as a line of which only the kind can be read.
/// </summary>
internal static class ToldKinds
{
    private static readonly HashSet<string> _told = new(StringComparer.Ordinal)
    {
        "matter.registered", "matter.imported", "matter.file-attached", "matter.accepted", "matter.answered-at-once", "matter.declined", "matter.transferred",
        "matter.repeat-linked", "matter.merged", "matter.assigned", "matter.signed", "matter.return-asked", "matter.returned", "matter.return-rejected",
        "matter.requester-asked", "matter.requester-answered", "matter.extended", "matter.suspended", "matter.resumed", "matter.answered", "matter.answer-approved",
        "matter.closed", "matter.reopened", "matter.escalated", "matter.urged", "matter.withdrawn", "matter.rated", "matter.published", "matter.joined",
        "right.asked", "right.decided", "requester.way-chosen", "rating.link-sent", "matter.erased",
    };

    public static bool Has(string kind) => _told.Contains(kind);
}
