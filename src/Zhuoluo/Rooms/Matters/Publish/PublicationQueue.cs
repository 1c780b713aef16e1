using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Publish;

/// <summary>What waits for an editor: texts never checked, and shown ones whose answer has been approved since.</summary>
internal sealed class PublicationQueue(ZhuoluoContext db)
{
    public async Task<Paged<QueuedText>> ListAsync(int page, int size, CancellationToken cancel)
    {
        var waiting = from p in db.Set<Publication>()
                      join m in db.Set<Matter>() on p.MatterId equals m.Id
                      where !m.IsConfidential
                          && (p.State == PublicationState.AwaitingCheck || (p.State == PublicationState.Shown
                              && db.Set<Answer>().Any(a => a.MatterId == m.Id && a.IsApproved == true && a.ReviewedAt > p.CheckedAt)))
                      orderby m.Id
                      select new QueuedText(m.Id, m.Number, m.Kind, m.TownCode, p.Title, p.State, m.State, m.RegisteredAt);
        var total = await waiting.LongCountAsync(cancel);
        var items = await waiting.Skip((page - 1) * size).Take(size).ToListAsync(cancel);
        return new Paged<QueuedText>(items, total, page, size);
    }

    /// <summary>One text to check, with what the scan finds in it now; null if it has no public side.</summary>
    public async Task<TextToCheck?> FindAsync(long matterId, CancellationToken cancel)
    {
        var row = await (from p in db.Set<Publication>()
                         join m in db.Set<Matter>() on p.MatterId equals m.Id
                         where m.Id == matterId && !m.IsConfidential
                         select new { p, m.Number, m.TownCode }).SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }
        var original = await db.Set<MatterText>().Where(t => t.MatterId == matterId).Select(t => t.Text).SingleAsync(cancel);
        var answer = await db.Set<Answer>().Where(a => a.MatterId == matterId && a.IsApproved == true)
            .OrderByDescending(a => a.Id).Select(a => a.Text).FirstOrDefaultAsync(cancel);
        var proposed = row.p.Answer ?? answer;
        return new TextToCheck(matterId, row.Number, row.TownCode, row.p, original, answer, proposed)
        {
            InTitle = PersonalData.Scan(row.p.Title),
            InText = PersonalData.Scan(row.p.Text),
            InAnswer = proposed is null ? [] : PersonalData.Scan(proposed),
        };
    }
}

internal sealed record QueuedText(
    long MatterId, string Number, MatterKind Kind, string TownCode, string Title, PublicationState State, MatterState MatterState, DateTimeOffset RegisteredAt);

/// <param name="MatterId">The matter.</param>
/// <param name="Number">Its number.</param>
/// <param name="TownCode">Its town.</param>
/// <param name="Publication">The public text as it stands.</param>
/// <param name="Original">The requester's own words.</param>
/// <param name="Answer">The last approved answer as the unit wrote it.</param>
/// <param name="ProposedAnswer">What the form starts with.</param>
internal sealed record TextToCheck(
    long MatterId, string Number, string TownCode, Publication Publication, string Original, string? Answer, string? ProposedAnswer)
{
    public IReadOnlyList<PersonalSpan> InTitle { get; init; } = [];
    public IReadOnlyList<PersonalSpan> InText { get; init; } = [];
    public IReadOnlyList<PersonalSpan> InAnswer { get; init; } = [];
    public bool IsClean => InTitle.Count + InText.Count + InAnswer.Count == 0;
}
