namespace Zhuoluo.Rooms.Projects;

/// <summary>What a line of a list shows.</summary>
internal sealed record ProjectLine
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required ProjectState State { get; init; }
    public required ProjectLight Light { get; init; }
    public required LightCause Causes { get; init; }
    public required DelayReason? Reason { get; init; }
    public required DateOnly? LightSince { get; init; }
    public required int Done { get; init; }
    public required long LeadUnitId { get; init; }
    public required string? LeaderName { get; init; }
    public required string PlaceCode { get; init; }
    public required string? FieldCode { get; init; }
    public required DateOnly PlannedStart { get; init; }
    public required DateOnly PlannedFinish { get; init; }
    public required DateOnly FirstFinish { get; init; }
    public required DateOnly? CompletedOn { get; init; }
    public required DateOnly? ReportedFor { get; init; }

    public static IQueryable<ProjectLine> From(IQueryable<Project> projects) => projects.Select(p => new ProjectLine
    {
        Id = p.Id,
        Number = p.Number,
        Name = p.Name,
        State = p.State,
        Light = p.Light,
        Causes = p.Causes,
        Reason = p.Reason,
        LightSince = p.LightSince,
        Done = p.Done,
        LeadUnitId = p.LeadUnitId,
        LeaderName = p.LeaderName,
        PlaceCode = p.PlaceCode,
        FieldCode = p.FieldCode,
        PlannedStart = p.PlannedStart,
        PlannedFinish = p.PlannedFinish,
        FirstFinish = p.FirstFinish,
        CompletedOn = p.CompletedOn,
        ReportedFor = p.ReportedFor,
    });
}
