using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure.ShowMatter;

/// <summary>A released matter as anybody may read it.</summary>
internal sealed record ShownMatter(PublicRow Row, string Text, string? Answer, DateTimeOffset CheckedAt)
{
    public IReadOnlyList<StoryLine> Story { get; init; } = [];
    public DateTimeOffset? FirstPromise { get; init; }
    public bool IsOpen { get; init; }
    public int Round { get; init; }
    public IReadOnlyList<Held> Held { get; init; } = [];

    /// <summary>Null for a number that does not exist, is not released, or is confidential: the three look alike from outside.</summary>
    public static async Task<ShownMatter?> FindAsync(ZhuoluoContext db, string number, CancellationToken cancel)
    {
        var matters = db.ShownMatters().Where(m => m.Number == number);
        if (await PublicRow.From(db, matters).SingleOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }
        var text = await db.Set<Publication>().SingleAsync(p => p.MatterId == row.Id, cancel);
        var steps = await db.Set<Step>().Where(s => s.MatterId == row.Id).OrderBy(s => s.Id).ToListAsync(cancel);
        return new ShownMatter(row, text.Text, text.Answer, text.CheckedAt ?? steps[0].At)
        {
            Story = PublicStory.Tell(steps),
            FirstPromise = PublicStory.FirstPromise(steps),
            IsOpen = row.State.IsOpen(),
            Round = await matters.Select(m => m.Round).SingleAsync(cancel),
            Held = await db.Set<Holding>().Where(h => h.MatterId == row.Id && h.Part == HoldingPart.Lead).OrderBy(h => h.Id)
                .Select(h => new Held(h.UnitId, h.From, h.To, h.End == HoldingEnd.Returned)).ToListAsync(cancel),
        };
    }
}

/// <summary>How long a unit had it.</summary>
internal sealed record Held(long UnitId, DateTimeOffset From, DateTimeOffset? To, bool IsReturned)
{
    /// <summary>Tenths of a day, up to now while it still has it.</summary>
    public decimal Days(DateTimeOffset now) => Math.Round(((To ?? now) - From).Ticks / (decimal)TimeSpan.TicksPerDay, 1, MidpointRounding.AwayFromZero);
}
