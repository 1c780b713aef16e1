using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Rooms.Projects;

/// <summary>The light of a project that is known by its plan only, as an office's list tells it.</summary>
internal static class ProjectLights
{
    /// <param name="start">Planned start.</param>
    /// <param name="finish">Planned finish.</param>
    /// <param name="done">Points of a hundred.</param>
    /// <param name="on">The day of the list.</param>
    public static ProjectLight OfPlan(DateOnly start, DateOnly finish, decimal done, DateOnly on) =>
        LightRule.Judge(new LightFacts(ProjectState.Started, start, finish, on) { Done = done }, LightProfile.Of(LightProfile.Progress)).Light;
}
