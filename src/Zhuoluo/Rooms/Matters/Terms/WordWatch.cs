using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>
/// Takes the words that ship with us in at the first start, when there are none, and looks every half minute whether another node changed them.
/// </summary>
internal sealed class WordWatch(WordBook book, ChangeTermsHandler handler, IDbContextFactory<ZhuoluoContext> reads, ActFactory acts, TimeProvider time)
    : RegularJob(TimeSpan.FromSeconds(30), time, log: null)
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await SeedAsync(cancellationToken);
        await book.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task TurnAsync(CancellationToken cancel) => book.RefreshAsync(cancel);

    private async Task SeedAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        if (await db.Set<Term>().AnyAsync(cancel))
        {
            return;
        }
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "catalog", "matters", "terms.csv"));
        var known = await db.Set<Category>().Select(c => c.Code).ToListAsync(cancel);
        if (!TermLine.Read(file).IsRefused(out _, out var lines))
        {
            // A county without one of the starter topics does without its words.
            await handler.HandleAsync(new ChangeTerms([.. lines.Where(l => known.Contains(l.Category))], []), acts.New(Actor.Job("starter-set"), Door.Job), cancel);
        }
    }
}
