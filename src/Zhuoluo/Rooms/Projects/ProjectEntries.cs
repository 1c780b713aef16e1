using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects;

internal sealed record ProgrammeOpenedV1(Code Programme, ProgrammeKind ProgrammeKind, PublicLevel Level, int Year, Code? Unit, bool IsPublic) : IEntry
{
    public static string Kind => "programme.opened";
    public static int Version => 1;
}

internal sealed record ProgrammeChangedV1(Code Programme, ProgrammeKind ProgrammeKind, PublicLevel Level, Code? Unit, bool IsPublic, bool IsDisjoint, bool IsEnded) : IEntry
{
    public static string Kind => "programme.changed";
    public static int Version => 1;
}

/// <summary>A project came in; the days are as promised first.</summary>
internal sealed record ProjectRegisteredV1(Code Project, Code? Unit, Code? Place, PublicLevel Level, ProjectState State, DateOnly PlannedStart, DateOnly PlannedFinish) : IEntry
{
    public static string Kind => "project.registered";
    public static int Version => 1;
}

internal sealed record ProjectListedV1(Code Project, Code Programme, int Serial) : IEntry
{
    public static string Kind => "project.listed";
    public static int Version => 1;
}

internal sealed record ProjectUnlistedV1(Code Project, Code Programme) : IEntry
{
    public static string Kind => "project.unlisted";
    public static int Version => 1;
}

/// <summary>A step along the way of rules B1; the day is when it was so, which may be before it was told.</summary>
internal sealed record ProjectMovedV1(Code Project, ProjectVerb Verb, ProjectState From, ProjectState To, DateOnly On, Code? Unit) : IEntry
{
    public static string Kind => "project.moved";
    public static int Version => 1;
}

/// <param name="Project">Its number.</param>
/// <param name="Plea">A later day, a pause or an end.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">The day promised so far, where a later one is asked for.</param>
/// <param name="To">The day asked for.</param>
internal sealed record ProjectAskedV1(Code Project, PleaKind Plea, DelayReason Reason, DateOnly? From, DateOnly? To) : IEntry
{
    public static string Kind => "project.asked";
    public static int Version => 1;
}

internal sealed record ProjectDecidedV1(Code Project, PleaKind Plea, bool IsGranted, DateOnly? To) : IEntry
{
    public static string Kind => "project.decided";
    public static int Version => 1;
}

/// <param name="Project">Its number.</param>
/// <param name="Period">First day of the period.</param>
/// <param name="Done">Hundredths of a percent.</param>
/// <param name="IsCorrection">Takes the place of an earlier report of the same period.</param>
internal sealed record ProjectReportedV1(Code Project, DateOnly Period, int Done, bool IsCorrection) : IEntry
{
    public static string Kind => "project.reported";
    public static int Version => 1;
}

/// <summary>Thousandths of the target's unit.</summary>
internal sealed record ProjectMeasuredV1(Code Project, long Promised, long Reached) : IEntry
{
    public static string Kind => "project.measured";
    public static int Version => 1;
}

/// <summary>Whole fen.</summary>
internal sealed record ProjectBookedV1(Code Project, MoneySource Source, long Planned, long Arrived, long Paid) : IEntry
{
    public static string Kind => "project.booked";
    public static int Version => 1;
}

internal sealed record ProjectNodeReachedV1(Code Project, int Serial, DateOnly On) : IEntry
{
    public static string Kind => "project.node-reached";
    public static int Version => 1;
}

/// <param name="Project">Its number.</param>
/// <param name="Light">What it shows from now on.</param>
/// <param name="Causes">Flags of what made it.</param>
/// <param name="Behind">Hundredths of a point behind plan.</param>
internal sealed record ProjectLitV1(Code Project, ProjectLight Light, LightCause Causes, int Behind) : IEntry
{
    public static string Kind => "project.lit";
    public static int Version => 1;
}

internal sealed record ProjectReasonGivenV1(Code Project, DelayReason Reason) : IEntry
{
    public static string Kind => "project.reason-given";
    public static int Version => 1;
}

internal sealed record ProjectLeaderGivenV1(Code Project) : IEntry
{
    public static string Kind => "project.leader-given";
    public static int Version => 1;
}

internal sealed record ProjectRemindedV1(Code Project, LetterStep Step, DateOnly AnswerBy) : IEntry
{
    public static string Kind => "project.reminded";
    public static int Version => 1;
}

/// <summary>A project is to answer a matter, which is the subject.</summary>
internal sealed record ProjectLinkedV1(Code Project) : IEntry
{
    public static string Kind => "project.linked";
    public static int Version => 1;
}

/// <summary>The project that was to answer a matter, which is the subject, is closed, and its requester is told.</summary>
internal sealed record ProjectAnsweredV1(Code Project) : IEntry
{
    public static string Kind => "project.answered";
    public static int Version => 1;
}

/// <summary>What the requester of a matter, which is the subject, says of the closed project.</summary>
internal sealed record ProjectJudgedV1(Code Project, bool Agrees) : IEntry
{
    public static string Kind => "project.judged";
    public static int Version => 1;
}
