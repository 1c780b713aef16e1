using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Rooms.Rhythm.Meetings;

namespace Zhuoluo.Rooms.Rhythm.Inspections;

/// <summary>The life of a check, and whose step each is. Pure.</summary>
internal static class InspectionRules
{
    /// <param name="wanted">What is asked for.</param>
    /// <param name="overlaps">How many others of the unit and topic are near.</param>
    /// <param name="act">By whom.</param>
    /// <param name="offices">Units as they are.</param>
    public static Outcome<AskInspection> Decide(AskInspection wanted, int overlaps, Act act, OfficesSnapshot offices)
    {
        if (!Permissions.May(act.Who, Capability.ManageRhythm))
        {
            return new NotPermitted();
        }
        if (!Enum.IsDefined(wanted.Kind))
        {
            return new Missing("Kind");
        }
        if (offices.Unit(wanted.UnitId) is null || offices.Unit(wanted.OfficeId) is null)
        {
            return new Missing(offices.Unit(wanted.UnitId) is null ? "UnitId" : "OfficeId");
        }
        if (TopicOf(wanted).IsRefused(out var refusal, out var topic)
            || PlainText.Require(wanted.Basis, "Basis", Inspection.LongestBasis).IsRefused(out refusal, out var basis)
            || PlainText.Read(wanted.OverlapReason, "OverlapReason", Inspection.LongestBasis).IsRefused(out refusal, out var reason))
        {
            return refusal;
        }
        return wanted.PlannedOn < LocalDay.Of(act.At) ? new InspectionPlannedPast()
            : overlaps > 0 && reason is null ? new InspectionOverlaps(overlaps, Inspection.DaysOfOverlap)
            : wanted with { Topic = topic, Basis = basis, OverlapReason = overlaps > 0 ? reason : null };
    }

    public static Outcome<string> TopicOf(AskInspection wanted) => PlainText.Require(wanted.Topic, "Topic", Inspection.LongestTopic);

    /// <summary>Somebody other than who asked; the note where it is declined.</summary>
    public static Outcome<string?> Decide(Inspection inspection, DecideInspection decided, Act act) =>
        !Permissions.May(act.Who, Capability.KeepAppraisals) ? new NotPermitted()
        : inspection.State != InspectionState.Asked ? new InspectionNotSo()
        : IsSame(act, inspection.AskedById, inspection.AskedByName) ? new SamePerson()
        : decided.IsApproved ? PlainText.Read(decided.Note, "Note", Inspection.LongestBasis)
        : PlainText.Require(decided.Note, "Note", Inspection.LongestBasis).Then<string?>(n => n);

    /// <summary>The conclusion and the findings as they will stand.</summary>
    public static Outcome<ConcludeInspection> Decide(Inspection inspection, ConcludeInspection concluded, Act act)
    {
        var today = LocalDay.Of(act.At);
        if (!Permissions.May(act.Who, Capability.ManageRhythm))
        {
            return new NotPermitted();
        }
        if (inspection.State != InspectionState.Approved)
        {
            return new InspectionNotSo();
        }
        if (concluded.On > today)
        {
            return new HeldInFuture();
        }
        if (PlainText.Require(concluded.Conclusion, "Conclusion", Inspection.LongestText).IsRefused(out var refusal, out var text)
            || AppraisalRules.Items(concluded.Findings, "Findings", today).IsRefused(out refusal, out var findings))
        {
            return refusal;
        }
        return findings.Count > Inspection.MostFindings ? new TooManyFindings(Inspection.MostFindings) : concluded with { Conclusion = text, Findings = findings };
    }

    /// <summary>The unit itself, within thirty days of being told.</summary>
    public static Outcome<string> Decide(Inspection inspection, ObjectToInspection objected, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.HandleRhythm, offices.Unit(inspection.UnitId)?.Path ?? "/") ? new NotPermitted()
        : inspection.State != InspectionState.Concluded ? new InspectionNotSo()
        : LocalDay.Of(act.At) > inspection.LastToObject ? new ObjectionTooLate(Inspection.DaysToObject)
        : PlainText.Require(objected.Text, "Text", Inspection.LongestText);

    /// <summary>Who made the conclusion withdraws from ruling on it (article 17).</summary>
    public static Outcome<string> Decide(Inspection inspection, RuleOnInspection ruled, Act act) =>
        !Permissions.May(act.Who, Capability.KeepAppraisals) ? new NotPermitted()
        : inspection.State != InspectionState.Objected ? new InspectionNotSo()
        : IsSame(act, inspection.ConcludedById, inspection.ConcludedByName) ? new SamePerson()
        : PlainText.Require(ruled.Text, "Text", Inspection.LongestText);

    public static bool IsSame(Act act, long? id, string? name) => act.Who.PersonId is { } me ? me == id : act.Who.Name == name;
}
