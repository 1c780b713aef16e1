using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>One matter with its whole story: a fixed number of small queries by key, whatever its length.</summary>
internal sealed class MatterStoryQuery(ZhuoluoContext db, DatabaseOptions options, SeenNumbers seen, SqliteReads reads)
{
    /// <summary>Null when there is none of this number or the viewer may not know of it.</summary>
    public Task<MatterStory?> FindAsync(string number, Viewer viewer, CancellationToken cancel) =>
        options.IsPostgreSql ? QueriedAsync(number, viewer, cancel) : ReadAsync(number, viewer, cancel);

    private async Task<MatterStory?> ReadAsync(string number, Viewer viewer, CancellationToken cancel)
    {
        using var data = reads.Begin();
        if (seen.Find(data, db, number, viewer) is not { } id)
        {
            return null;
        }
        var matter = data.First<Matter>("id", id)!;
        var links = data.List<Link>("matter_id", id);
        links.AddRange(data.List<Link>("other_id", id));
        var isLinked = links.Count > 0 || matter.MainMatterId is not null || matter.RepeatOfId is not null
            || data.Ask("SELECT 1 FROM matter WHERE main_matter_id = $1 LIMIT 1", id) is not null;
        return new MatterStory
        {
            Matter = matter,
            Text = data.First<MatterText>("matter_id", id),
            Steps = data.List<Step>("matter_id", id),
            Holdings = data.List<Holding>("matter_id", id),
            Proposals = data.List<Proposal>("matter_id", id),
            Clocks = data.List<Clock>("matter_id", id),
            Pauses = data.List<ClockPause>("matter_id", id),
            Extensions = data.List<ClockExtension>("matter_id", id),
            Answers = data.List<Answer>("matter_id", id),
            Questions = data.List<Question>("matter_id", id),
            Calls = data.List<CallBack>("matter_id", id),
            Ratings = data.List<Rating>("matter_id", id),
            Reveals = data.List<ContactReveal>("matter_id", id),
            Links = isLinked ? await LinksAsync(matter, viewer, cancel) : [],
            Publication = data.First<Publication>("matter_id", id),
            Drive = matter.DriveId is { } drive ? data.First<Drive>("id", drive) : null,
            Category = matter.CategoryCode is { } topic ? data.First<Category>("code", topic) : null,
            Entries = matter.IsConfidential ? 0 : (int)data.Ask("SELECT count(*) FROM ledger_entry WHERE subject_id = $1 AND subject_kind = 'matter'", id)!,
        };
    }

    private async Task<MatterStory?> QueriedAsync(string number, Viewer viewer, CancellationToken cancel)
    {
        var matter = await viewer.Sight.Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        if (matter is null)
        {
            return null;
        }
        var id = matter.Id;
        return new MatterStory
        {
            Matter = matter,
            Text = await db.Set<MatterText>().SingleOrDefaultAsync(t => t.MatterId == id, cancel),
            Steps = await db.Set<Step>().Where(s => s.MatterId == id).OrderBy(s => s.Id).ToListAsync(cancel),
            Holdings = await db.Set<Holding>().Where(h => h.MatterId == id).OrderBy(h => h.Id).ToListAsync(cancel),
            Proposals = await db.Set<Proposal>().Where(p => p.MatterId == id).OrderBy(p => p.Id).ToListAsync(cancel),
            Clocks = await db.Set<Clock>().Where(c => c.MatterId == id).OrderBy(c => c.Id).ToListAsync(cancel),
            Pauses = await db.Set<ClockPause>().Where(p => p.MatterId == id).OrderBy(p => p.Id).ToListAsync(cancel),
            Extensions = await db.Set<ClockExtension>().Where(e => e.MatterId == id).OrderBy(e => e.Id).ToListAsync(cancel),
            Answers = await db.Set<Answer>().Where(a => a.MatterId == id).OrderBy(a => a.Id).ToListAsync(cancel),
            Questions = await db.Set<Question>().Where(q => q.MatterId == id).OrderBy(q => q.Id).ToListAsync(cancel),
            Calls = await db.Set<CallBack>().Where(c => c.MatterId == id).OrderBy(c => c.Id).ToListAsync(cancel),
            Ratings = await db.Set<Rating>().Where(r => r.MatterId == id).OrderBy(r => r.Id).ToListAsync(cancel),
            Reveals = await db.Set<ContactReveal>().Where(r => r.MatterId == id).OrderBy(r => r.Id).ToListAsync(cancel),
            Links = await LinksAsync(matter, viewer, cancel),
            Publication = await db.Set<Publication>().SingleOrDefaultAsync(p => p.MatterId == id, cancel),
            Drive = matter.DriveId is { } drive ? await db.Set<Drive>().SingleOrDefaultAsync(d => d.Id == drive, cancel) : null,
            Category = matter.CategoryCode is { } topic ? await db.Set<Category>().SingleOrDefaultAsync(c => c.Code == topic, cancel) : null,
            Entries = matter.IsConfidential ? 0 : await db.Set<Data.LedgerEntry>().CountAsync(e => e.SubjectKind == "matter" && e.SubjectId == id, cancel),
        };
    }

    private async Task<IReadOnlyList<LinkedMatter>> LinksAsync(Matter matter, Viewer viewer, CancellationToken cancel)
    {
        var (id, main, repeat) = (matter.Id, matter.MainMatterId ?? 0, matter.RepeatOfId ?? 0);
        var links = await db.Set<Link>().Where(l => l.MatterId == id || l.OtherId == id).ToListAsync(cancel);
        var others = links.Select(l => l.MatterId == id ? l.OtherId : l.MatterId).ToList();
        var rows = await viewer.Sight.Seen(db)
            .Where(m => m.Id != id && (m.Id == main || m.Id == repeat || m.MainMatterId == id || others.Contains(m.Id)))
            .OrderBy(m => m.Id).ToListAsync(cancel);
        return [.. rows.Select(m => new LinkedMatter(m.Number, m.Title, m.State,
            links.FirstOrDefault(l => l.MatterId == m.Id || l.OtherId == m.Id)?.Kind,
            m.Id == main ? LinkedAs.Main
                : m.Id == repeat ? LinkedAs.RepeatOf
                : m.MainMatterId == id ? LinkedAs.Under
                : m.RepeatOfId == id ? LinkedAs.RepeatedBy
                : LinkedAs.Similar))];
    }
}
