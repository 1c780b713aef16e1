using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Elements;

/// <summary>Who may ask for an element, give it to a unit and answer it.</summary>
internal static class NeedRules
{
    public static Outcome<AskElement> Decide(AskElement asked, Project project, OfficesSnapshot offices, Act act)
    {
        var mayManage = Permissions.May(act.Who, Capability.ManageProjects);
        if (!mayManage && (asked.UnitId is not null || !Permissions.May(act.Who, Capability.HandleProject, offices.Unit(project.LeadUnitId)?.Path ?? "/")))
        {
            return new NotPermitted();
        }
        if (project.State.IsDone() || project.State is ProjectState.Cancelled or ProjectState.NotEntered)
        {
            return new WrongProjectState(project.State);
        }
        return PlainText.Require(asked.Text, nameof(asked.Text), ElementNeed.LongestText).IsRefused(out var refusal, out var text) ? refusal
            : !Enum.IsDefined(asked.Kind) ? new UnknownValue(nameof(asked.Kind))
            : asked.UnitId is { } unit && offices.Unit(unit) is null ? new UnknownValue(nameof(asked.UnitId))
            : asked.DueOn <= LocalDay.Of(act.At) ? new NotInTheFuture(nameof(asked.DueOn))
            : asked with { Text = text };
    }

    /// <summary>Null where it may be given to that unit; also from one to another.</summary>
    public static Refusal? Refuse(ElementNeed need, AssignNeed asked, OfficesSnapshot offices, Act act) =>
        !Permissions.May(act.Who, Capability.ManageProjects) ? new NotPermitted()
        : Changed(need, asked.ExpectedVersion)
        ?? (offices.Unit(asked.UnitId) is null ? new UnknownValue(nameof(asked.UnitId))
        : asked.DueOn < need.AskedOn ? new BeforeDay(nameof(asked.DueOn), need.AskedOn)
        : null);

    public static Outcome<AnswerNeed> Decide(ElementNeed need, AnswerNeed asked, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageProjects) && !Permissions.May(act.Who, Capability.HandleProject, need.UnitId is { } unit ? offices.Unit(unit)?.Path ?? "/" : "/"))
        {
            return new NotPermitted();
        }
        if (Changed(need, asked.ExpectedVersion) is { } refusal)
        {
            return refusal;
        }
        var (today, on) = (LocalDay.Of(act.At), asked.On ?? LocalDay.Of(act.At));
        return need.UnitId is null ? new NeedUnassigned()
            : PlainText.Require(asked.Text, nameof(asked.Text), ElementNeed.LongestText).IsRefused(out var no, out var text) ? no
            : on > today ? new DayInFuture(nameof(asked.On))
            : on < need.AskedOn ? new BeforeDay(nameof(asked.On), need.AskedOn)
            : asked with { Text = text, On = on };
    }

    private static Refusal? Changed(ElementNeed need, int version) =>
        !need.IsOpen ? new NeedAnswered(need.State)
        : version != 0 && version != need.Version ? new ChangedMeanwhile(need.UpdatedBy, need.UpdatedAt)
        : null;
}
