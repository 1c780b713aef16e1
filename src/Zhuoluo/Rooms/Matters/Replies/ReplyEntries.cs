using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Replies;

internal sealed record TemplateKeptV1(Code? Unit, Code? Category, int Number) : IEntry
{
    public static string Kind => "template.kept";
    public static int Version => 1;
}

internal sealed record TemplateEndedV1(Code? Unit, Code? Category, int Number) : IEntry
{
    public static string Kind => "template.ended";
    public static int Version => 1;
}

/// <summary>An answer was sent although it looked odd; whoever reviews it is shown the same.</summary>
internal sealed record AnswerFlaggedV1(bool IsReused, bool IsOffTopic, int Round) : IEntry
{
    public static string Kind => "answer.flagged";
    public static int Version => 1;
}

/// <summary>From now on the answers to matters of this kind or topic need, or do not need, another person's approval.</summary>
internal sealed record ReviewChangedV1(MatterKind? MatterKind, Code? Category, bool IsNeeded) : IEntry
{
    public static string Kind => "review.changed";
    public static int Version => 1;
}
