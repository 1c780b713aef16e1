namespace Zhuoluo.Rooms.Projects;

/// <summary>How the project stands afterwards.</summary>
internal sealed record ProjectDone(long ProjectId, string Number, ProjectState State, int Version);
