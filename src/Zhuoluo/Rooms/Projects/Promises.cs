using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Tells the pages of a matter which promises answer it, and takes the requester's word on a closed one.</summary>
internal sealed class Promises(IDbContextFactory<ZhuoluoContext> reads, SqliteReads quick, Writer writer) : IPromises
{
    public async Task<IReadOnlyList<PromiseTold>> OfAsync(long matterId, CancellationToken cancel)
    {
        // Asked by every page of a matter, and most have none.
        if (!quick.MayHave("SELECT 1 FROM project_matter WHERE matter_id = $1 LIMIT 1", matterId))
        {
            return [];
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var rows = await db.Set<ProjectMatter>().AsNoTracking().Where(l => l.MatterId == matterId).Join(db.Set<Project>(), l => l.ProjectId, p => p.Id, (l, p) => new { Link = l, Project = p }).ToListAsync(cancel);
        return [.. rows.Select(r => new PromiseTold(r.Project.Number, r.Project.Name, "project.state." + Word.Of(r.Project.State), r.Project.State.Tone(),
            r.Project.FirstFinish, r.Project.PlannedFinish, r.Project.IsPublic, r.Link.ToldAt is not null, r.Link.Agrees))];
    }

    public Task<Outcome<Done>> JudgeAsync(long matterId, string number, bool agrees, Act act, CancellationToken cancel) =>
        writer.WriteAsync<Done>(act, async work =>
        {
            var link = await work.Db.Set<ProjectMatter>().SingleOrDefaultAsync(l => l.MatterId == matterId && work.Db.Set<Project>().Any(p => p.Id == l.ProjectId && p.Number == number), cancel);
            if (link is null)
            {
                return new NotFound("project");
            }
            if (link.ToldAt is null)
            {
                return new NothingToDecide();
            }
            link.Agrees = agrees;
            work.Record(new ProjectJudgedV1(new Code(number), agrees), new Subject("matter", matterId));
            return Done.Value;
        }, cancel);
}
