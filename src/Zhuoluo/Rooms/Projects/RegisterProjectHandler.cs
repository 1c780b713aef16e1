using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Register;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Takes a project in: as an application by the unit that wants it, or onto a list by who keeps lists. Answers with the number.</summary>
internal sealed class RegisterProjectHandler(Writer writer, Offices offices)
{
    public Task<Outcome<ProjectDone>> HandleAsync(NewProject asked, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RegisterAsync(work, asked, cancel), cancel);

    private async Task<Outcome<ProjectDone>> RegisterAsync(Work work, NewProject asked, CancellationToken cancel)
    {
        var (act, snapshot) = (work.Act, offices.Current);
        var path = snapshot.Unit(asked.LeadUnitId)?.Path ?? "/";
        var may = Permissions.May(act.Who, Capability.ManageProjects, path) || (asked.ProgrammeId is null && Permissions.May(act.Who, Capability.ApplyProject, path));
        if (!may)
        {
            return new NotPermitted();
        }
        if (NewProjectRules.Refuse(asked, snapshot) is { } refusal)
        {
            return refusal;
        }
        if (asked.OnceKey is { } key && await work.DoneBeforeAsync("project/" + key, cancel) is { } earlier)
        {
            var there = await work.Db.Set<Project>().SingleAsync(p => p.Id == earlier, cancel);
            return new ProjectDone(there.Id, there.Number, there.State, there.Version);
        }
        var programme = asked.ProgrammeId is { } id ? await work.Db.Set<Programme>().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        if (asked.ProgrammeId is not null && programme is null)
        {
            return new UnknownValue(nameof(asked.ProgrammeId));
        }
        if (programme?.EndedOn is not null)
        {
            return new ProgrammeOver();
        }
        return await MakeAsync(work, asked, programme, snapshot, cancel);
    }

    private static async Task<Outcome<ProjectDone>> MakeAsync(Work work, NewProject asked, Programme? programme, OfficesSnapshot snapshot, CancellationToken cancel)
    {
        var act = work.Act;
        if ((await LinkMatters.FindAsync(work, asked.MatterIds, cancel)).IsRefused(out var refusal, out var matters))
        {
            return refusal;
        }
        var year = programme?.Year ?? LocalDay.Of(act.At).Year;
        var number = ProjectNumbers.Write(year, await ProjectNumbers.TakeAsync(work, year, 1, cancel));
        var project = ProjectRows.Make(asked, number, snapshot, act, programme is not null, year);
        var subject = new Subject("project", project.Id);
        project.IsPublic = programme?.IsPublic ?? false;
        work.Db.Add(project);
        work.Db.AddRange(ProjectRows.Assisting(asked, project.Id));
        work.Db.AddRange(ProjectRows.Targets(asked, project.Id, act));
        work.Db.AddRange(ProjectRows.Money(asked, project.Id, act));
        work.Db.AddRange(ProjectRows.Nodes(asked, project.Id, act));
        work.Db.Add(Steps.Make(project, ProjectVerb.Apply, project.State, project.State, null, snapshot, act));
        work.Record(Steps.Registered(project, snapshot), subject);
        if (programme is not null)
        {
            var serial = 1 + (await work.Db.Set<Listing>().Where(l => l.ProgrammeId == programme.Id).MaxAsync(l => (int?)l.Serial, cancel) ?? 0);
            work.Db.Add(new Listing { Id = act.NewId(), ProgrammeId = programme.Id, ProjectId = project.Id, Serial = serial, EnteredOn = LocalDay.Of(act.At) });
            work.Record(new ProjectListedV1(new Code(number), new Code(programme.Code), serial), subject);
        }
        LinkMatters.Add(work, project, matters);
        if (asked.OnceKey is { } key)
        {
            work.RememberDone("project/" + key, project.Id);
        }
        return new ProjectDone(project.Id, number, project.State, project.Version);
    }
}
