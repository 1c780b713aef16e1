using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects;

/// <param name="Agreement">Its number.</param>
/// <param name="Type">Kind of paper.</param>
/// <param name="AmountFen">Planned investment, whole fen.</param>
/// <param name="SignedOn">The day of the signature.</param>
/// <param name="IsAtEvent">At a signing event.</param>
/// <param name="Unit">Who follows it up.</param>
internal sealed record AgreementSignedV1(Code Agreement, AgreementType Type, long AmountFen, DateOnly SignedOn, bool IsAtEvent, Code? Unit) : IEntry
{
    public static string Kind => "agreement.signed";
    public static int Version => 1;
}

/// <param name="Agreement">Its number.</param>
/// <param name="Verb">Landed, moved along its chain or cancelled.</param>
/// <param name="From">As recorded before.</param>
/// <param name="To">As recorded now.</param>
/// <param name="On">The day on which it was so.</param>
/// <param name="Project">The project that it landed as.</param>
internal sealed record AgreementMovedV1(Code Agreement, AgreementVerb Verb, AgreementState From, AgreementState To, DateOnly On, Code? Project) : IEntry
{
    public static string Kind => "agreement.moved";
    public static int Version => 1;
}

/// <summary>What was written down wrongly, before and after; whole fen.</summary>
internal sealed record AgreementCorrectedV1(Code Agreement, AgreementType OldType, AgreementType Type, long OldFen, long AmountFen) : IEntry
{
    public static string Kind => "agreement.corrected";
    public static int Version => 1;
}

internal sealed record SigningKeptV1(DateOnly HeldOn, Code? Unit, int? StatedCount, long? StatedFen, bool IsPublic, bool IsChange) : IEntry
{
    public static string Kind => "signing.kept";
    public static int Version => 1;
}

/// <param name="Year">Of its round.</param>
/// <param name="Ordinal">Which round of the year.</param>
/// <param name="BatchKind">Signed, started or put into production.</param>
/// <param name="Level">Whose rounds are counted.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Projects">How many projects are in it.</param>
/// <param name="IsChange">An earlier one was changed.</param>
internal sealed record BatchKeptV1(int Year, int Ordinal, BatchKind BatchKind, PublicLevel Level, DateOnly HeldOn, int Projects, bool IsChange) : IEntry
{
    public static string Kind => "batch.kept";
    public static int Version => 1;
}

/// <param name="Label">Its code.</param>
/// <param name="Groups">How many numbers it has.</param>
/// <param name="Stated">Sum of the numbers in it.</param>
/// <param name="Members">How many members are named.</param>
/// <param name="IsOpen">More may join.</param>
/// <param name="IsEnded">Holds no more.</param>
internal sealed record LabelKeptV1(Code Label, int Groups, int Stated, int Members, bool IsOpen, bool IsEnded) : IEntry
{
    public static string Kind => "label.kept";
    public static int Version => 1;
}

internal sealed record NeedAskedV1(Code Project, ElementKind Element, Code? Unit, DateOnly DueOn) : IEntry
{
    public static string Kind => "need.asked";
    public static int Version => 1;
}

internal sealed record NeedAssignedV1(Code Project, ElementKind Element, Code? Unit, DateOnly DueOn) : IEntry
{
    public static string Kind => "need.assigned";
    public static int Version => 1;
}

internal sealed record NeedAnsweredV1(Code Project, ElementKind Element, Code? Unit, bool IsGuaranteed, DateOnly DueOn, DateOnly On) : IEntry
{
    public static string Kind => "need.answered";
    public static int Version => 1;
}

/// <param name="Plan">Its code.</param>
/// <param name="Aspects">How many aspects it has.</param>
/// <param name="Tasks">How many tasks.</param>
/// <param name="IsChange">An earlier draft was changed.</param>
internal sealed record PlanDraftedV1(Code Plan, int Aspects, int Tasks, bool IsChange) : IEntry
{
    public static string Kind => "plan.drafted";
    public static int Version => 1;
}

internal sealed record PlanIssuedV1(Code Plan, int Aspects, int Tasks, DateOnly On) : IEntry
{
    public static string Kind => "plan.issued";
    public static int Version => 1;
}

/// <summary>A task of an issued plan went on; its unit is the one that is responsible.</summary>
internal sealed record PlanTaskMovedV1(Code Plan, int Serial, Code? Unit, TaskState From, TaskState To, DateOnly On) : IEntry
{
    public static string Kind => "plan.task-moved";
    public static int Version => 1;
}
