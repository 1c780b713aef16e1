using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Rate;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>A matter for whoever holds its number and code. A wrong code and an unknown number get the same answer.</summary>
internal sealed class TrackQuery(ZhuoluoContext db, RequesterDoor door, Vault vault)
{
    public async Task<Outcome<TrackedMatter>> FindAsync(string number, string code, string address, DateTimeOffset now, CancellationToken cancel) =>
        (await door.FindAsync(number, code, address, now, cancel)).IsRefused(out var refusal, out var matter) ? refusal : await LoadAsync(matter, now, cancel);

    private async Task<TrackedMatter> LoadAsync(Matter matter, DateTimeOffset now, CancellationToken cancel)
    {
        var id = matter.Id;
        var steps = await db.Set<Step>().Where(s => s.MatterId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var clocks = await db.Set<Clock>().Where(c => c.MatterId == id && c.StoppedAt == null).OrderBy(c => c.Id).ToListAsync(cancel);
        var questions = await db.Set<Question>().Where(q => q.MatterId == id).OrderBy(q => q.Id).ToListAsync(cancel);
        return new TrackedMatter(matter, await db.Set<MatterText>().SingleAsync(t => t.MatterId == id, cancel))
        {
            RateLink = RatingOffers.IsOver(matter, now) ? null : RatingOffers.LinkOf(vault, matter),
            Story = PublicStory.Tell(steps),
            FirstPromise = PublicStory.FirstPromise(steps),
            Running = clocks.LastOrDefault(c => c.Stage is ClockStage.Handle or ClockStage.Redo),
            Pauses = await db.Set<ClockPause>().Where(p => p.MatterId == id).OrderBy(p => p.Id).ToListAsync(cancel),
            Extensions = await db.Set<ClockExtension>().Where(e => e.MatterId == id).OrderBy(e => e.Id).ToListAsync(cancel),
            Asked = questions,
            Open = questions.LastOrDefault(q => q.RepliedAt is null),
            Answers = await db.Set<Answer>().Where(a => a.MatterId == id && a.IsApproved == true).OrderByDescending(a => a.Id).ToListAsync(cancel),
            Rating = await db.Set<Rating>().Where(r => r.MatterId == id && r.Round == matter.Round).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel),
            MainNumber = await db.Set<Matter>().Where(m => m.Id == (matter.MainMatterId ?? matter.RepeatOfId) && !m.IsConfidential).Select(m => m.Number).FirstOrDefaultAsync(cancel),
        };
    }
}
