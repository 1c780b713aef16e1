using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>A cadence was opened, changed or ended: the edition that holds from now on.</summary>
internal sealed record CadenceSetV1(Code Cadence, Every Every, int Edition, int Steps, int Units, bool IsEnded) : IEntry
{
    public static string Kind => "cadence.set";
    public static int Version => 1;
}

/// <summary>A step of one period was prepared for so many units.</summary>
internal sealed record BeatPreparedV1(Code Cadence, int Step, BeatKind BeatKind, DateOnly Period, DateOnly DueOn, int Units) : IEntry
{
    public static string Kind => "beat.prepared";
    public static int Version => 1;
}

internal sealed record BeatFinishedV1(Code Cadence, int Step, BeatKind BeatKind, Code? Unit, DateOnly Period, DateOnly DueOn, DateOnly On) : IEntry
{
    public static string Kind => "beat.finished";
    public static int Version => 1;
}

internal sealed record MeetingPlannedV1(BeatKind MeetingKind, Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "meeting.planned";
    public static int Version => 1;
}

internal sealed record MeetingHeldV1(BeatKind MeetingKind, Code? Unit, DateOnly On, int Red, int Yellow, int Decisions, int Invited) : IEntry
{
    public static string Kind => "meeting.held";
    public static int Version => 1;
}

internal sealed record MeetingCancelledV1(BeatKind MeetingKind, Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "meeting.cancelled";
    public static int Version => 1;
}

internal sealed record DecisionMadeV1(Code? Unit, DateOnly MadeOn, int Serial, DateOnly DueOn) : IEntry
{
    public static string Kind => "decision.made";
    public static int Version => 1;
}

internal sealed record DecisionFinishedV1(Code? Unit, DateOnly DueOn, DateOnly On) : IEntry
{
    public static string Kind => "decision.finished";
    public static int Version => 1;
}

/// <summary>The office did not take the report for done.</summary>
internal sealed record DecisionReopenedV1(Code? Unit, DateOnly DueOn) : IEntry
{
    public static string Kind => "decision.reopened";
    public static int Version => 1;
}

internal sealed record BulletinDraftedV1(BulletinKind BulletinKind, Code? Unit, DateOnly From, DateOnly To, bool IsCorrection) : IEntry
{
    public static string Kind => "bulletin.drafted";
    public static int Version => 1;
}

/// <summary>A draft was edited, counted anew, sent, sent back or approved.</summary>
internal sealed record BulletinMovedV1(BulletinVerb Verb, BulletinState From, BulletinState To, int Characters) : IEntry
{
    public static string Kind => "bulletin.moved";
    public static int Version => 1;
}

internal sealed record BulletinIssuedV1(BulletinKind BulletinKind, Code? Unit, int Year, int Serial, DateOnly On, bool IsCorrection, int Characters) : IEntry
{
    public static string Kind => "bulletin.issued";
    public static int Version => 1;
}

internal sealed record BulletinPublishedV1(BulletinKind BulletinKind, int Year, int Serial, DateOnly On) : IEntry
{
    public static string Kind => "bulletin.published";
    public static int Version => 1;
}

/// <summary>A sheet over a quarter or year was counted and begun, for so many units.</summary>
internal sealed record AppraisalDraftedV1(AppraisalKind AppraisalKind, Code? Unit, DateOnly From, DateOnly To, int Units, bool IsCorrection) : IEntry
{
    public static string Kind => "appraisal.drafted";
    public static int Version => 1;
}

/// <summary>The texts of a draft were written, or its numbers counted anew.</summary>
internal sealed record AppraisalWrittenV1(bool IsRecount) : IEntry
{
    public static string Kind => "appraisal.written";
    public static int Version => 1;
}

internal sealed record AppraisalIssuedV1(AppraisalKind AppraisalKind, Code? Unit, DateOnly From, DateOnly To, DateOnly AsOf, DateOnly On, int Units, int Remarks, bool IsCorrection) : IEntry
{
    public static string Kind => "appraisal.issued";
    public static int Version => 1;
}

/// <summary>A draft says something of a unit, or nothing any more.</summary>
internal sealed record RemarkWrittenV1(Code? Unit, bool IsRemoved) : IEntry
{
    public static string Kind => "remark.written";
    public static int Version => 1;
}

internal sealed record RemarkAnsweredV1(Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "remark.answered";
    public static int Version => 1;
}

/// <summary>A talk with a unit; the things to be put right are its decisions.</summary>
internal sealed record TalkHeldV1(Code? Unit, DateOnly On, int Items, bool HasAppraisal) : IEntry
{
    public static string Kind => "talk.held";
    public static int Version => 1;
}

/// <summary>A check of a unit was asked for, with so many others of the unit and topic near.</summary>
internal sealed record InspectionAskedV1(InspectionKind InspectionKind, Code? Unit, DateOnly PlannedOn, int Overlaps) : IEntry
{
    public static string Kind => "inspection.asked";
    public static int Version => 1;
}

/// <summary>Somebody other than who asked approved it or did not.</summary>
internal sealed record InspectionDecidedV1(Code? Unit, bool IsApproved) : IEntry
{
    public static string Kind => "inspection.decided";
    public static int Version => 1;
}

internal sealed record InspectionConcludedV1(Code? Unit, DateOnly On, int Findings) : IEntry
{
    public static string Kind => "inspection.concluded";
    public static int Version => 1;
}

internal sealed record InspectionObjectedV1(Code? Unit, DateOnly On) : IEntry
{
    public static string Kind => "inspection.objected";
    public static int Version => 1;
}

internal sealed record InspectionRuledV1(Code? Unit, DateOnly On, bool IsGranted) : IEntry
{
    public static string Kind => "inspection.ruled";
    public static int Version => 1;
}
