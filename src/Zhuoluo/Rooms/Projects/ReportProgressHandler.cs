using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Takes a report of progress: told once, read by every form, bulletin and page. Corrections are new rows.</summary>
internal sealed class ReportProgressHandler(Writer writer, Offices offices)
{
    public Task<Outcome<ProjectDone>> HandleAsync(ReportProgress report, Act act, CancellationToken cancel) =>
        writer.WriteAsync<ProjectDone>(act, async work =>
        {
            if (await ProjectFiles.LoadAsync(work.Db, offices.Current, report.ProjectId, null, cancel) is not { } file)
            {
                return new NotFound("project");
            }
            var period = Periods.Of(report.Period, file.Home?.Period ?? ReportPeriod.Month);
            var before = await work.Db.Set<Progress>().SingleOrDefaultAsync(p => p.ProjectId == report.ProjectId && p.Period == period && p.SupersededAt == null, cancel);
            if (Decide(file, report, period, before, act).IsRefused(out var refusal, out var read))
            {
                return refusal;
            }
            return await ApplyAsync(work, file, read, period, before, cancel);
        }, cancel);

    public static Outcome<ReportProgress> Decide(ProjectFile file, ReportProgress report, DateOnly period, Progress? before, Act act)
    {
        var project = file.Project;
        if (!Permissions.May(act.Who, Capability.HandleProject, file.Lead?.Path ?? "/"))
        {
            return new NotPermitted();
        }
        if (!project.State.IsUnderWay())
        {
            return new WrongProjectState(project.State);
        }
        if (report.ExpectedVersion != 0 && report.ExpectedVersion != project.Version)
        {
            return new ChangedMeanwhile(project.UpdatedBy, project.UpdatedAt);
        }
        if (period > LocalDay.Of(act.At))
        {
            return new DayInFuture(nameof(report.Period));
        }
        if (before is not null && !report.IsCorrection)
        {
            return new ReportedAlready();
        }
        if (report.Done is < 0 or > 1_000_00)
        {
            return new UnknownValue(nameof(report.Done));
        }
        return Texts(report);
    }

    private static Outcome<ReportProgress> Texts(ReportProgress report)
    {
        if (PlainText.Read(report.Text, nameof(report.Text), ReportProgress.LongestText).IsRefused(out var refusal, out var text)
            || PlainText.Read(report.Problem, nameof(report.Problem), ReportProgress.LongestText).IsRefused(out refusal, out var problem)
            || PlainText.Read(report.Needs, nameof(report.Needs), ReportProgress.LongestText).IsRefused(out refusal, out var needs)
            || PlainText.Read(report.Next, nameof(report.Next), ReportProgress.LongestText).IsRefused(out refusal, out var next))
        {
            return refusal;
        }
        return report with { Text = text, Problem = problem, Needs = needs, Next = next };
    }

    private static async Task<Outcome<ProjectDone>> ApplyAsync(Work work, ProjectFile file, ReportProgress report, DateOnly period, Progress? before, CancellationToken cancel)
    {
        var (act, project) = (work.Act, file.Project);
        if (before is not null)
        {
            before.SupersededAt = act.At;
            // The index allows one standing report a period: the old one must step down before the new one stands.
            await work.Db.Set<Progress>().Where(p => p.Id == before.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.SupersededAt, act.At), cancel);
        }
        work.Db.Add(new Progress
        {
            Id = act.NewId(),
            ProjectId = project.Id,
            Period = period,
            Done = report.Done,
            Text = report.Text,
            Problem = report.Problem,
            Needs = report.Needs,
            Next = report.Next,
            At = act.At,
            PersonId = act.Who.PersonId,
            PersonName = act.Who.Name,
            UnitId = project.LeadUnitId,
            CorrectsId = before?.Id,
        });
        if (project.ReportedFor is not { } last || period >= last)
        {
            (project.ReportedFor, project.Done, project.ReportedById) = (period, report.Done, act.Who.PersonId);
        }
        project.UpdatedAt = act.At;
        project.UpdatedBy = act.Who.Name;
        project.Version++;
        var subject = new Subject("project", project.Id);
        work.Record(new ProjectReportedV1(new Code(project.Number), period, report.Done, before is not null), subject);
        Relight.Now(work, file, subject);
        return new ProjectDone(project.Id, project.Number, project.State, project.Version);
    }
}

/// <summary>The period has its report; a correction says that it is one.</summary>
internal sealed record ReportedAlready() : Refusal("reported-already")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
