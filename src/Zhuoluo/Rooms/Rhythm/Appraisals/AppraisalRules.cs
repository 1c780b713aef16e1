using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Rooms.Rhythm.Meetings;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>Who may draft, comment, issue and answer, and when. Pure.</summary>
internal static class AppraisalRules
{
    public static Every EveryOf(AppraisalKind kind) => kind == AppraisalKind.Quarter ? Every.Quarter : Every.Year;

    /// <summary>First and last day of the period in which a day lies.</summary>
    public static (DateOnly From, DateOnly To) PeriodOf(AppraisalKind kind, DateOnly day)
    {
        var from = DueDates.PeriodOf(EveryOf(kind), day, day);
        return (from, DueDates.After(EveryOf(kind), from)!.Value.AddDays(-1));
    }

    /// <summary>The title as it will stand.</summary>
    public static Outcome<string> Decide(DraftAppraisal wanted, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.KeepAppraisals) ? new NotPermitted()
        : !Enum.IsDefined(wanted.Kind) ? new Missing("Kind")
        : offices.Unit(wanted.OfficeId) is null ? new Missing("OfficeId")
        : wanted.UnitIds.Any(u => offices.Unit(u) is null) ? new UnknownValue("UnitIds")
        : PeriodOf(wanted.Kind, wanted.Day).From > LocalDay.Of(act.At) ? new DayInFuture("Day")
        : PlainText.Require(wanted.Title, "Title", Appraisal.LongestTitle);

    /// <summary>What keepers do to a draft.</summary>
    public static Refusal? RefuseChange(Appraisal appraisal, Act act) =>
        !Permissions.May(act.Who, Capability.KeepAppraisals) ? new NotPermitted() : appraisal.IssuedOn is not null ? new AppraisalIssued() : null;

    public static Outcome<WriteAppraisal> Decide(Appraisal appraisal, WriteAppraisal written, Act act) =>
        RefuseChange(appraisal, act) is { } no ? no
        : PlainText.Require(written.Title, "Title", Appraisal.LongestTitle).IsRefused(out var refusal, out var title) ? refusal
        : PlainText.Read(written.Summary, "Summary", Appraisal.LongestSummary).IsRefused(out refusal, out var summary) ? refusal
        : written with { Title = title, Summary = summary };

    /// <summary>Whoever drafted it does not issue it (rules D4.2).</summary>
    public static Refusal? RefuseIssue(Appraisal appraisal, Act act) => RefuseChange(appraisal, act) ?? (IsDrafter(appraisal, act) ? new SamePerson() : null);

    public static bool IsDrafter(Appraisal appraisal, Act act) => act.Who.PersonId is { } id ? id == appraisal.DraftedById : act.Who.Name == appraisal.DraftedByName;

    /// <summary>The text, or null where the comment is taken away.</summary>
    public static Outcome<string?> Decide(Appraisal appraisal, bool isOnSheet, RemarkOnUnit remark, Act act) =>
        RefuseChange(appraisal, act) is { } no ? no
        : !isOnSheet ? new NotOnSheet()
        : PlainText.Read(remark.Text, "Text", Remark.LongestText);

    /// <summary>The unit itself answers, once.</summary>
    public static Outcome<string> Decide(Appraisal appraisal, Remark remark, AnswerRemark answer, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.HandleRhythm, offices.Unit(remark.UnitId)?.Path ?? "/") ? new NotPermitted()
        : appraisal.IssuedOn is null ? new AppraisalNotIssued()
        : remark.Answer is not null ? new RemarkAnswered()
        : PlainText.Require(answer.Text, "Answer", Remark.LongestText);

    /// <summary>The talk with its texts as they will stand.</summary>
    public static Outcome<HoldTalk> Decide(HoldTalk talk, Act act, OfficesSnapshot offices)
    {
        var today = LocalDay.Of(act.At);
        if (!Permissions.May(act.Who, Capability.KeepAppraisals))
        {
            return new NotPermitted();
        }
        if (offices.Unit(talk.UnitId) is null || offices.Unit(talk.OfficeId) is null)
        {
            return new Missing(offices.Unit(talk.UnitId) is null ? "UnitId" : "OfficeId");
        }
        if (talk.On > today)
        {
            return new HeldInFuture();
        }
        if (PlainText.Require(talk.WithPost, "WithPost", Talk.LongestPost).IsRefused(out var refusal, out var with)
            || PlainText.Require(talk.ByPost, "ByPost", Talk.LongestPost).IsRefused(out refusal, out var by)
            || PlainText.Require(talk.Reasons, "Reasons", Talk.LongestReasons).IsRefused(out refusal, out var reasons)
            || Items(talk.Items, "Items", today).IsRefused(out refusal, out var items))
        {
            return refusal;
        }
        return items.Count is 0 or > Talk.MostItems ? new TalkNeedsItems(Talk.MostItems) : talk with { WithPost = with, ByPost = by, Reasons = reasons, Items = items };
    }

    /// <summary>What is to be put right, each with a day that is to come; rows left empty do not count.</summary>
    public static Outcome<IReadOnlyList<TalkItem>> Items(IReadOnlyList<TalkItem> given, string field, DateOnly today)
    {
        var items = new List<TalkItem>();
        foreach (var item in given.Where(i => !string.IsNullOrWhiteSpace(i.Text)))
        {
            if (PlainText.Require(item.Text, field, Decision.LongestText).IsRefused(out var refusal, out var text))
            {
                return refusal;
            }
            if (item.DueOn is not { } due || due < today)
            {
                return new DueBeforeMade();
            }
            items.Add(new TalkItem(text, due));
        }
        return Outcome.Of<IReadOnlyList<TalkItem>>(items);
    }
}
