using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Teams;

internal sealed record IncidentOpenedV1(IncidentKind IncidentKind, Code Place, DateOnly From) : IEntry
{
    public static string Kind => "incident.opened";
    public static int Version => 1;
}

internal sealed record IncidentEndedV1(IncidentKind IncidentKind, Code Place, DateOnly On) : IEntry
{
    public static string Kind => "incident.ended";
    public static int Version => 1;
}

internal sealed record TeamFormedV1(TeamKind TeamKind, Code? Unit) : IEntry
{
    public static string Kind => "team.formed";
    public static int Version => 1;
}

/// <param name="Members">How many the team has now; who is never in an entry.</param>
internal sealed record TeamJoinedV1(int Members) : IEntry
{
    public static string Kind => "team.joined";
    public static int Version => 1;
}

internal sealed record TeamLeftV1(int Members) : IEntry
{
    public static string Kind => "team.left";
    public static int Version => 1;
}

internal sealed record TeamShiftPlannedV1(bool IsCancelled) : IEntry
{
    public static string Kind => "team.shift-planned";
    public static int Version => 1;
}

internal sealed record TeamTaskGivenV1(int Tasks) : IEntry
{
    public static string Kind => "team.task-given";
    public static int Version => 1;
}

internal sealed record TeamDissolvedV1(TeamKind TeamKind, Code? Unit, int Days) : IEntry
{
    public static string Kind => "team.dissolved";
    public static int Version => 1;
}
