using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Register;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Ties matters, by their numbers, to a project. What is tied already stays.</summary>
internal sealed record LinkMattersTo(long ProjectId, IReadOnlyList<string> Numbers)
{
    public const int Most = 500;
}

internal sealed class LinkMattersHandler(Writer writer)
{
    public Task<Outcome<int>> HandleAsync(LinkMattersTo command, Act act, CancellationToken cancel) =>
        writer.WriteAsync<int>(act, async work =>
        {
            if (!Permissions.May(work.Act.Who, Capability.ManageProjects))
            {
                return new NotPermitted();
            }
            if (await work.Db.Set<Project>().SingleOrDefaultAsync(p => p.Id == command.ProjectId, cancel) is not { } project)
            {
                return new NotFound("project");
            }
            var numbers = command.Numbers.Distinct().ToList();
            if (numbers.Count is 0 or > LinkMattersTo.Most)
            {
                return numbers.Count == 0 ? new Missing(nameof(command.Numbers)) : new TooLong(nameof(command.Numbers), LinkMattersTo.Most);
            }
            var found = await work.Db.Set<Matter>().Where(m => numbers.Contains(m.Number) && !m.IsConfidential).Select(m => new { m.Id, m.Number }).ToListAsync(cancel);
            if (numbers.Except(found.Select(m => m.Number)).FirstOrDefault() is { } unknown)
            {
                return new NoMatterOfNumber(unknown);
            }
            var there = await work.Db.Set<ProjectMatter>().Where(l => l.ProjectId == project.Id).Select(l => l.MatterId).ToListAsync(cancel);
            var fresh = found.Select(m => m.Id).Except(there).ToList();
            LinkMatters.Add(work, project, fresh);
            return fresh.Count;
        }, cancel);
}

internal sealed record NoMatterOfNumber(string Number) : Refusal("no-matter-of-number")
{
    public override string? Field => "Numbers";
    public override IReadOnlyList<object> Arguments => [Number];
}
