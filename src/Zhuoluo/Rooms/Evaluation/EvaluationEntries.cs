using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation;

/// <param name="Source">How it became known.</param>
/// <param name="Unit">The unit that was judged; absent for a confidential matter.</param>
/// <param name="Grade">1 or 2 where it was a grade.</param>
/// <param name="Round">The round that was judged.</param>
internal sealed record DissatisfactionOpenedV1(DissatisfactionSource Source, Code? Unit, int? Grade, int Round) : IEntry
{
    public static string Kind => "dissatisfaction.opened";
    public static int Version => 1;
}

internal sealed record DissatisfactionMovedV1(DissatisfactionVerb Verb, DissatisfactionState From, DissatisfactionState To, DissatisfactionExit Exit) : IEntry
{
    public static string Kind => "dissatisfaction.moved";
    public static int Version => 1;
}

internal sealed record ExclusionAskedV1(ExclusionReason Reason, Code? Unit, int Round) : IEntry
{
    public static string Kind => "exclusion.asked";
    public static int Version => 1;
}

internal sealed record ExclusionDecidedV1(ExclusionReason Reason, bool IsApproved) : IEntry
{
    public static string Kind => "exclusion.decided";
    public static int Version => 1;
}

/// <param name="Month">The month of closing, e.g. 202602.</param>
/// <param name="Population">How many were drawn from.</param>
/// <param name="Picked">How many were drawn.</param>
/// <param name="Seed">What the order was made with.</param>
/// <param name="Digest">First 32 hexadecimal digits of the SHA-256 of the list drawn from.</param>
internal sealed record DrawMadeV1(int Month, int Population, int Picked, Code Seed, Code Digest) : IEntry
{
    public static string Kind => "draw.made";
    public static int Version => 1;
}

/// <summary>A call of the draw: reached and what was said, or not.</summary>
internal sealed record DrawCalledV1(CallResult Result, bool? IsResponded, bool? IsSolved, int? Grade) : IEntry
{
    public static string Kind => "draw.called";
    public static int Version => 1;
}

internal sealed record AlarmRaisedV1(RatingAlarmKind AlarmKind, int Ratings) : IEntry
{
    public static string Kind => "alarm.raised";
    public static int Version => 1;
}

internal sealed record AlarmJudgedV1(RatingAlarmKind AlarmKind, int Ratings) : IEntry
{
    public static string Kind => "alarm.judged";
    public static int Version => 1;
}

/// <param name="Prefix">How many bits of the range are fixed; the addresses themselves are nobody's business.</param>
internal sealed record NetworkAddedV1(int Prefix) : IEntry
{
    public static string Kind => "network.added";
    public static int Version => 1;
}

internal sealed record NetworkEndedV1(int Prefix) : IEntry
{
    public static string Kind => "network.ended";
    public static int Version => 1;
}

/// <summary>Weights of the grades 1 to 5 in hundredths, cap and share in percent.</summary>
internal sealed record DefinitionMadeV1(int Number, int One, int Two, int Three, int Four, int Five, int Cap, int Share, DateOnly From) : IEntry
{
    public static string Kind => "definition.made";
    public static int Version => 1;
}
