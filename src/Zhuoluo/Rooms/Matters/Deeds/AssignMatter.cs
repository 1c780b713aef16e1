using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>One lead unit and any number of helpers (rules A2.6, A2.9). Who gets it a second time cannot return it (A2.8).</summary>
internal static class AssignMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act)
    {
        if (file.Offices.Unit(deed.UnitId!.Value) is not { } lead || !lead.IsValidOn(LocalDay.Of(act.At)))
        {
            return new UnknownValue("unitId");
        }
        if (Refuse(file, deed, act, lead) is { } refusal)
        {
            return refusal;
        }
        var matter = file.Matter;
        var ruling = Ruling.With(new MatterAssignedV1(file.CodeOf(lead), deed.AssistUnitIds.Count, matter.Round, file.Running.DueDay()))
            .Upon(lead.Id)
            .EndHoldings(HoldingEnd.Reassigned, act.At)
            .Hold(lead.Id, HoldingPart.Lead, act)
            .Stop(ClockStage.Sign, act.At)
            .Start(ClockStage.Sign, file.Times.Sign, act.At, act)
            .Change(m =>
            {
                m.LeadUnitId = lead.Id;
                m.HandlerId = null;
                m.IsReturnBarred = m.IsReturnBarred || m.ReturnCount > 0 || file.Steps.Any(s => s.Verb == Verb.Assign);
            });
        foreach (var helper in deed.AssistUnitIds.Distinct())
        {
            ruling.Hold(helper, HoldingPart.Assist, act);
        }
        // A petition's 60 days begin with its acceptance, not with its assignment (article 34).
        return file.Running is null && matter.ProfileCode != DeadlineProfile.Petition ? ruling.Start(ClockStage.Handle, file.Times.Handle, matter.RegisteredAt, act) : ruling;
    }

    private static Refusal? Refuse(CaseFile file, Deed deed, Act act, Unit lead)
    {
        // Who assigns within one subtree assigns to a unit of that subtree.
        if (!Permissions.May(act.Who, Capability.AssignMatter, lead.Path) && !SupervisorHands.May(file.Matter, act.Who, Capability.AssignMatter))
        {
            return new NotPermitted();
        }
        if (deed.AssistUnitIds.Any(id => file.Offices.Unit(id) is not { } unit || !unit.IsValidOn(LocalDay.Of(act.At))))
        {
            return new UnknownValue("assistUnitIds");
        }
        if (file.AccusedUnitId is { } accused && file.Offices.Unit(accused) is { } named
            && deed.AssistUnitIds.Append(lead.Id).Any(id => file.Offices.Unit(id)?.IsUnder(named) == true))
        {
            return new UnitIsAccused();
        }
        if (deed.AssistUnitIds.Prepend(lead.Id).Select(id => file.Offices.Unit(id)!).FirstOrDefault(u => Conflicts.Concern(file, u)) is { } concerned)
        {
            return new ConflictOfInterest(concerned.Name);
        }
        return deed.AssistUnitIds.Contains(lead.Id) ? new HelperIsLead()
            : !Duties.MayLead(lead, file.Category, file.Offices) ? new NotItsDuty(lead.Name)
            : null;
    }
}
