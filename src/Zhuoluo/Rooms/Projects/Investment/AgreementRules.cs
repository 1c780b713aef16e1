using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>What may be signed, and how an agreement goes on.</summary>
internal static class AgreementRules
{
    public static Outcome<NewAgreement> Decide(NewAgreement asked, OfficesSnapshot offices, Act act)
    {
        if (offices.Unit(asked.UnitId) is not { } unit)
        {
            return new UnknownValue(nameof(asked.UnitId));
        }
        if (!Permissions.May(act.Who, Capability.KeepInvestment, unit.Path))
        {
            return new NotPermitted();
        }
        if (PlainText.Require(asked.Name, nameof(asked.Name), Agreement.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Require(asked.Investor, nameof(asked.Investor), Agreement.LongestName).IsRefused(out refusal, out var investor)
            || PlainText.Read(asked.Field, nameof(asked.Field), Agreement.LongestField).IsRefused(out refusal, out var field))
        {
            return refusal;
        }
        return !Enum.IsDefined(asked.Type) ? new UnknownValue(nameof(asked.Type))
            : asked.AmountFen < 0 ? new UnknownValue("Amount")
            : asked.SignedOn > LocalDay.Of(act.At) ? new DayInFuture(nameof(asked.SignedOn))
            : asked with { Name = name, Investor = investor, Field = field };
    }

    /// <param name="agreement">As it stands.</param>
    /// <param name="asked">What is to happen.</param>
    /// <param name="project">The one it has, or is to land as.</param>
    /// <param name="path">Of the unit that follows it up.</param>
    /// <param name="act">By whom.</param>
    public static Outcome<AgreementRuling> Decide(Agreement agreement, MoveAgreement asked, Project? project, string path, Act act)
    {
        if (!Permissions.May(act.Who, Capability.KeepInvestment, path))
        {
            return new NotPermitted();
        }
        if (asked.ExpectedVersion != 0 && asked.ExpectedVersion != agreement.Version)
        {
            return new ChangedMeanwhile(agreement.UpdatedBy, agreement.UpdatedAt);
        }
        if (agreement.State == AgreementState.Cancelled)
        {
            return new AgreementOver();
        }
        var today = LocalDay.Of(act.At);
        var on = asked.On ?? today;
        if (on > today)
        {
            return new DayInFuture(nameof(asked.On));
        }
        if (asked.Verb != AgreementVerb.Correct && on < agreement.StateOn)
        {
            return new BeforeDay(nameof(asked.On), agreement.StateOn);
        }
        var isReasoned = asked.Verb is AgreementVerb.Cancel or AgreementVerb.Correct;
        if (PlainText.Read(asked.Text, nameof(asked.Text), Agreement.LongestReason).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        return isReasoned && text is null ? new Missing(nameof(asked.Text)) : Ruling(agreement, asked, project, on, text);
    }

    private static Outcome<AgreementRuling> Ruling(Agreement agreement, MoveAgreement asked, Project? project, DateOnly on, string? text)
    {
        var none = new AgreementRuling(agreement.State, on, text, agreement.Type, agreement.AmountFen);
        switch (asked.Verb)
        {
            case AgreementVerb.Land when agreement.ProjectId is not null:
                return new AgreementFollowsProject(project!.Number);
            case AgreementVerb.Land:
                return project is null ? new Missing(nameof(asked.Project)) : none with { State = Later(agreement.State, AgreementState.Landed), ProjectId = project.Id };
            case AgreementVerb.Move:
                return Moved(agreement, asked.To, project) is { } refusal ? refusal : none with { State = asked.To!.Value };
            case AgreementVerb.Cancel:
                return project is null || project.State is ProjectState.Cancelled or ProjectState.NotEntered ? none with { State = AgreementState.Cancelled } : new AgreementFollowsProject(project.Number);
            case AgreementVerb.Correct:
                var (type, fen) = (asked.Type ?? agreement.Type, asked.AmountFen ?? agreement.AmountFen);
                return fen < 0 || (type, fen) == (agreement.Type, agreement.AmountFen) ? new UnknownValue("Amount") : none with { Type = type, AmountFen = fen };
            default:
                return new UnknownValue(nameof(asked.Verb));
        }
    }

    private static Refusal? Moved(Agreement agreement, AgreementState? to, Project? project) =>
        to is not { } next || next is AgreementState.Signed or AgreementState.Cancelled || !Enum.IsDefined(next) ? new UnknownValue(nameof(MoveAgreement.To))
        : next <= agreement.State ? new AgreementGoesOn(agreement.State)
        : project is not null && !(next == AgreementState.Producing && project.State.IsDone()) ? new AgreementFollowsProject(project.Number)
        : null;

    private static AgreementState Later(AgreementState one, AgreementState other) => one > other ? one : other;
}

/// <summary>How it stands from now on.</summary>
internal sealed record AgreementRuling(AgreementState State, DateOnly On, string? Text, AgreementType Type, long AmountFen)
{
    /// <summary>Set when it lands.</summary>
    public long? ProjectId { get; init; }
}
