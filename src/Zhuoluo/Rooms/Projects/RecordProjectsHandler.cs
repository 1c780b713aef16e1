using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Register;

namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// The bulk door onto one list: the same rows and entries as one by one, in one transaction per call; about a thousand a call is best. Each
/// project stands as it stood on its day, and its light is computed for that day, never read from anywhere. A caller that keeps its own place
/// in a file writes it in <c>also</c>.
/// </summary>
internal sealed class RecordProjectsHandler(Writer writer, Offices offices)
{
    /// <summary>Answers with the ids, in the order given.</summary>
    public Task<Outcome<IReadOnlyList<ProjectDone>>> HandleAsync(
        long? programmeId, int year, IReadOnlyList<PastProject> batch, Act act, CancellationToken cancel, Func<Work, IReadOnlyList<ProjectDone>, Task>? also = null) =>
        writer.WriteAsync(act, async work =>
        {
            var programme = programmeId is { } id ? await work.Db.Set<Programme>().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
            if (Refuse(batch, programmeId, programme, act) is { } refusal)
            {
                return refusal;
            }
            var done = await AddAsync(work, programme, programme?.Year ?? year, batch, cancel);
            if (also is not null)
            {
                await also(work, done);
            }
            return Outcome.Of(done);
        }, cancel);

    private Refusal? Refuse(IReadOnlyList<PastProject> batch, long? programmeId, Programme? programme, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles) || !Permissions.May(act.Who, Capability.ManageProjects))
        {
            return new NotPermitted();
        }
        if (programmeId is not null && programme is null)
        {
            return new UnknownValue(nameof(NewProject.ProgrammeId));
        }
        for (var i = 0; i < batch.Count; i++)
        {
            if ((NewProjectRules.Refuse(batch[i].Project, offices.Current) ?? PastRules.Refuse(batch[i], LocalDay.Of(act.At))) is { } refusal)
            {
                return new ProjectRowRefused(i, refusal);
            }
        }
        return null;
    }

    private async Task<IReadOnlyList<ProjectDone>> AddAsync(Work work, Programme? programme, int year, IReadOnlyList<PastProject> batch, CancellationToken cancel)
    {
        var (act, snapshot) = (work.Act, offices.Current);
        var first = await ProjectNumbers.TakeAsync(work, year, batch.Count, cancel);
        var serial = programme is null ? 0 : await work.AskAsync("SELECT COALESCE(MAX(serial), 0) FROM listing WHERE programme_id = $1", cancel, programme.Id) ?? 0;
        var rows = new PastRows(act, snapshot, programme);
        for (var i = 0; i < batch.Count; i++)
        {
            rows.Add(batch[i], ProjectNumbers.Write(year, first + i), year, (int)serial + i + 1, work);
        }
        await rows.InsertAsync(work, cancel);
        return rows.Done;
    }
}

/// <summary>A row of the batch is refused, and with it the batch; the caller says which and leaves it out.</summary>
internal sealed record ProjectRowRefused(int Index, Refusal Inner) : Refusal(Inner.Code)
{
    public override string? Field => Inner.Field;
    public override IReadOnlyList<object> Arguments => Inner.Arguments;
    public override RefusalKind Kind => Inner.Kind;
}
