using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Backlogs;

internal sealed record BacklogOpenedV1(Code Backlog, Code? Unit, bool IsPublic) : IEntry
{
    public static string Kind => "backlog.opened";
    public static int Version => 1;
}

internal sealed record BacklogChangedV1(Code Backlog, Code? Unit, bool IsPublic, bool IsEnded) : IEntry
{
    public static string Kind => "backlog.changed";
    public static int Version => 1;
}

/// <param name="Backlog">The list.</param>
/// <param name="StartedOn">The day the trouble began.</param>
internal sealed record BacklogEnteredV1(Code Backlog, DateOnly StartedOn) : IEntry
{
    public static string Kind => "backlog.entered";
    public static int Version => 1;
}

internal sealed record BacklogRemovedV1(Code Backlog) : IEntry
{
    public static string Kind => "backlog.removed";
    public static int Version => 1;
}

internal sealed record SprintBegunV1(Code Backlog, DateOnly From, DateOnly To, int Target) : IEntry
{
    public static string Kind => "sprint.begun";
    public static int Version => 1;
}
