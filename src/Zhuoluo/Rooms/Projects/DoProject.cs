using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Register;

namespace Zhuoluo.Rooms.Projects;

/// <summary>The one handler behind every verb of a project: load, decide, apply, light, record; one transaction.</summary>
internal sealed class DoProject(Writer writer, Offices offices)
{
    public Task<Outcome<ProjectDone>> DoAsync(ProjectDeed deed, Act act, CancellationToken cancel) =>
        writer.WriteAsync<ProjectDone>(act, work => DoAsync(work, deed, cancel), cancel);

    private async Task<Outcome<ProjectDone>> DoAsync(Work work, ProjectDeed deed, CancellationToken cancel)
    {
        var act = work.Act;
        if (await ProjectFiles.LoadAsync(work.Db, offices.Current, deed.ProjectId, deed.ProgrammeId, cancel) is not { } file)
        {
            return new NotFound("project");
        }
        var once = deed.OnceKey is null ? null : $"project/{deed.ProjectId}/{(int)deed.Verb}/{deed.OnceKey}";
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is not null)
        {
            return Done(file.Project);
        }
        if (ProjectRules.Decide(file, deed, act).IsRefused(out var refusal, out var ruling))
        {
            return refusal;
        }
        Apply(file, deed, ruling, act);
        work.Db.AddRange(file.Made);
        var subject = new Subject("project", file.Project.Id);
        ruling.Record(work, subject);
        Relight.Now(work, file, subject);
        if (deed.Verb == ProjectVerb.Close)
        {
            await TellMatters.RunAsync(work, file.Project, cancel);
        }
        if (once is not null)
        {
            work.RememberDone(once, file.Project.Id);
        }
        return Done(file.Project);
    }

    private static void Apply(ProjectFile file, ProjectDeed deed, ProjectRuling ruling, Act act)
    {
        var project = file.Project;
        var line = ProjectTransitions.Find(project.State, deed.Verb)!;
        foreach (var change in ruling.Changes)
        {
            change(file);
        }
        project.State = line.To;
        project.UpdatedAt = act.At;
        project.UpdatedBy = act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office;
        project.Version++;
        file.Made.Add(Steps.Make(project, deed.Verb, line.From, line.To, deed.Text, file.Offices, act));
    }

    private static ProjectDone Done(Project project) => new(project.Id, project.Number, project.State, project.Version);
}
