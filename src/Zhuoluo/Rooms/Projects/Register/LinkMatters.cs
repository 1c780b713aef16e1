using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>Ties matters to the project that is to answer them (row E01). A confidential matter is tied to nothing public (rules F5.2).</summary>
internal static class LinkMatters
{
    public static async Task<Outcome<IReadOnlyList<long>>> FindAsync(Work work, IReadOnlyList<long> asked, CancellationToken cancel)
    {
        if (asked.Count == 0)
        {
            return Outcome.Of<IReadOnlyList<long>>([]);
        }
        var ids = asked.Distinct().ToList();
        var there = await work.Db.Set<Matter>().Where(m => ids.Contains(m.Id) && !m.IsConfidential).Select(m => m.Id).ToListAsync(cancel);
        return there.Count == ids.Count ? Outcome.Of<IReadOnlyList<long>>(there) : new UnknownValue(nameof(NewProject.MatterIds));
    }

    public static void Add(Work work, Project project, IReadOnlyList<long> matters)
    {
        foreach (var matter in matters)
        {
            work.Db.Add(new ProjectMatter { Id = work.Act.NewId(), ProjectId = project.Id, MatterId = matter, LinkedOn = LocalDay.Of(work.Act.At) });
            work.Record(new ProjectLinkedV1(new Code(project.Number)), new Subject("matter", matter));
        }
    }
}
