using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What every deed asks first: is it in the table, may this actor, did somebody come before, is all given.</summary>
internal static class ProjectGate
{
    public static Refusal? Refuse(ProjectFile file, ProjectDeed deed, Act act)
    {
        var project = file.Project;
        if (ProjectTransitions.Find(project.State, deed.Verb) is not { } line)
        {
            return new WrongProjectState(project.State);
        }
        if (!MayDo(line, file.Lead?.Path, act.Who))
        {
            return new NotPermitted();
        }
        if (deed.ExpectedVersion != 0 && deed.ExpectedVersion != project.Version)
        {
            return new ChangedMeanwhile(project.UpdatedBy, project.UpdatedAt);
        }
        return Lacks(line.Needs, deed) ?? WrongDay(line, file, deed, act) ?? Others(line.Needs, file, deed, act);
    }

    public static bool MayDo(ProjectTransition line, string? leadPath, Actor who) => Permissions.May(who, line.Who, leadPath ?? "/");

    private static Refusal? Lacks(ProjectNeeds needs, ProjectDeed deed) =>
        Given(needs, ProjectNeeds.Programme, deed.ProgrammeId is not null, nameof(deed.ProgrammeId))
        ?? Given(needs, ProjectNeeds.Reason, deed.Reason is { } reason && Enum.IsDefined(reason), nameof(deed.Reason))
        ?? Given(needs, ProjectNeeds.LaterDay, deed.Until is not null, nameof(deed.Until))
        ?? Given(needs, ProjectNeeds.Item, deed.ItemId is not null, nameof(deed.ItemId))
        ?? Given(needs, ProjectNeeds.Leader, !string.IsNullOrWhiteSpace(deed.LeaderName), nameof(deed.LeaderName))
        ?? Given(needs, ProjectNeeds.Letter, deed.Letter is { } step && Enum.IsDefined(step), nameof(deed.Letter))
        ?? Given(needs, ProjectNeeds.Quantity, deed is { Verb: ProjectVerb.MeasureTarget, Reached: >= 0 } or { Verb: ProjectVerb.BookMoney, Arrived: >= 0, Paid: >= 0 }, nameof(deed.Reached))
        ?? Text(needs.HasFlag(ProjectNeeds.Text), deed.Text);

    private static Refusal? WrongDay(ProjectTransition line, ProjectFile file, ProjectDeed deed, Act act)
    {
        var today = LocalDay.Of(act.At);
        if (deed.On > today)
        {
            return new DayInFuture(nameof(deed.On));
        }
        // What is told of the past is kept in order: nothing is completed before it was started.
        if (line.Needs.HasFlag(ProjectNeeds.Day) && Before(line.Verb, file.Project) is { } first && (deed.On ?? today) < first)
        {
            return new BeforeDay(nameof(deed.On), first);
        }
        return line.Needs.HasFlag(ProjectNeeds.LaterDay) && deed.Until <= today ? new NotInTheFuture(nameof(deed.Until)) : null;
    }

    private static DateOnly? Before(ProjectVerb verb, Project project) => verb switch
    {
        ProjectVerb.PartBuild or ProjectVerb.Complete or ProjectVerb.ReachNode => project.StartedOn,
        ProjectVerb.Accept => project.CompletedOn,
        ProjectVerb.LookBack => project.ClosedOn,
        _ => null,
    };

    private static Refusal? Others(ProjectNeeds needs, ProjectFile file, ProjectDeed deed, Act act)
    {
        if (needs.HasFlag(ProjectNeeds.OtherPerson) && act.Who.PersonId is { } person && Before(file, deed.Verb) == person)
        {
            return new SamePerson();
        }
        var ownUnit = file.Lead is { } lead && file.Offices.UnitByCode(act.Who.Office) is { } office && office.IsUnder(lead);
        return needs.HasFlag(ProjectNeeds.OtherUnit) && ownUnit ? new AcceptedByItself() : null;
    }

    private static long? Before(ProjectFile file, ProjectVerb verb) => verb switch
    {
        ProjectVerb.Screen => file.LastBy.GetValueOrDefault(ProjectVerb.Apply),
        ProjectVerb.Accept or ProjectVerb.SendBack => file.LastBy.GetValueOrDefault(ProjectVerb.Complete) ?? file.Project.ReportedById,
        ProjectVerb.Close => file.LastBy.GetValueOrDefault(ProjectVerb.Complete),
        ProjectVerb.ApproveSlip or ProjectVerb.RefuseSlip => file.Asked(PleaKind.Slip)?.AskedById,
        ProjectVerb.ApprovePause or ProjectVerb.RefusePause => file.Asked(PleaKind.Pause)?.AskedById,
        ProjectVerb.ApproveCancel or ProjectVerb.RefuseCancel => file.Asked(PleaKind.Cancel)?.AskedById,
        _ => null,
    };

    private static Missing? Given(ProjectNeeds needs, ProjectNeeds one, bool isGiven, string field) =>
        needs.HasFlag(one) && !isGiven ? new Missing(field) : null;

    private static Refusal? Text(bool isNeeded, string? text) =>
        PlainText.Read(text, nameof(ProjectDeed.Text), Project.LongestText).IsRefused(out var refusal, out var read) ? refusal
        : isNeeded && read is null ? new Missing(nameof(ProjectDeed.Text))
        : null;
}
