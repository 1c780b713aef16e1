using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Api;

/// <param name="Kind">quarter or year.</param>
/// <param name="Office">Code of the unit that issues it.</param>
/// <param name="Day">Any day of the period.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Units">Codes of who stands on it; all that have anything to count where none is named.</param>
/// <param name="Corrects">Id of the issued one that it corrects.</param>
internal sealed record AppraisalGiven(string? Kind, string? Office, DateOnly Day, string? Title, IReadOnlyList<string>? Units, long? Corrects);

/// <param name="Version">The version that was read; 0 for any.</param>
internal sealed record IssueGiven(int Version = 0);

internal sealed record AnswerGiven(string? Answer);

/// <param name="Unit">Code.</param>
/// <param name="Office">Code.</param>
/// <param name="On">The day; today where none is given.</param>
/// <param name="With">The post talked with, not the name.</param>
/// <param name="By">The post that talked.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Items">What is to be put right, each with its day.</param>
/// <param name="Appraisal">Id of the sheet that led to it.</param>
internal sealed record TalkGiven(string? Unit, string? Office, DateOnly? On, string? With, string? By, string? Reasons, IReadOnlyList<TalkItemGiven>? Items, long? Appraisal);

internal sealed record TalkItemGiven(string? Text, DateOnly? DueOn);

/// <summary>IssuedOn: null for a draft.</summary>
internal sealed record AppraisalTold(string Id, string Kind, string Title, string? Office, DateOnly From, DateOnly To, DateOnly AsOf, DateOnly? IssuedOn, string? Corrects, int Version)
{
    public static AppraisalTold Of(Appraisal a, OfficesSnapshot offices) => new(
        a.Id.ToString(CultureInfo.InvariantCulture), Word.Of(a.Kind), a.Title, offices.Unit(a.OfficeId)?.Code, a.From, a.To, a.AsOf, a.IssuedOn, a.CorrectsId?.ToString(CultureInfo.InvariantCulture), a.Version);
}

internal sealed record SheetTold(AppraisalTold Appraisal, IReadOnlyList<ResultTold> Results, IReadOnlyList<RemarkTold> Remarks);

/// <summary>Percent: null where it is no rate or out of too few.</summary>
internal sealed record ResultTold(string? Unit, string Measure, long Part, long Whole, decimal? Percent);

internal sealed record RemarkTold(string Id, string? Unit, string Text, string? Answer, DateOnly? AnsweredOn)
{
    public static RemarkTold Of(Remark r, OfficesSnapshot offices) => new(r.Id.ToString(CultureInfo.InvariantCulture), offices.Unit(r.UnitId)?.Code, r.Text, r.Answer, r.AnsweredOn);
}

/// <summary>Meeting: id under which its decisions stand.</summary>
internal sealed record TalkTold(string Id, string? Unit, DateOnly On, string With, string By, string Reasons, string Meeting, string? Appraisal)
{
    public static TalkTold Of(Talk t, OfficesSnapshot offices) => new(
        t.Id.ToString(CultureInfo.InvariantCulture), offices.Unit(t.UnitId)?.Code, t.On, t.WithPost, t.ByPost, t.Reasons, t.MeetingId.ToString(CultureInfo.InvariantCulture), t.AppraisalId?.ToString(CultureInfo.InvariantCulture));
}

/// <summary>State: asked, declined, approved, concluded, objected or ruled. Meeting: id under which its findings stand as decisions.</summary>
internal sealed record InspectionTold(string Id, string Kind, string Topic, string? Unit, string? Office, string Basis, DateOnly PlannedOn, string State, int Overlaps, DateOnly? HeldOn, string? Conclusion, string? Meeting, bool? Granted)
{
    public static InspectionTold Of(Inspection i, OfficesSnapshot offices) => new(
        i.Id.ToString(CultureInfo.InvariantCulture), Word.Of(i.Kind), i.Topic, offices.Unit(i.UnitId)?.Code, offices.Unit(i.OfficeId)?.Code, i.Basis, i.PlannedOn, Word.Of(i.State), i.Overlaps, i.HeldOn, i.Conclusion,
        i.MeetingId?.ToString(CultureInfo.InvariantCulture), i.IsGranted);
}
