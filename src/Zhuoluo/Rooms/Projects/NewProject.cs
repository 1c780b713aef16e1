namespace Zhuoluo.Rooms.Projects;

/// <summary>A project as somebody hands it in: an application for the library, or straight onto a list by who keeps lists.</summary>
internal sealed record NewProject(string Name, long LeadUnitId, DateOnly PlannedStart, DateOnly PlannedFinish)
{
    public const int MostTargets = 20;

    /// <summary>Null: an application, which waits to be screened.</summary>
    public long? ProgrammeId { get; init; }
    public string? Content { get; init; }
    public string? FieldCode { get; init; }

    /// <summary>Where nothing is said, the place of the lead unit, or else the county.</summary>
    public string? PlaceCode { get; init; }
    public ProjectSource Source { get; init; } = ProjectSource.Other;
    public PublicLevel Level { get; init; } = PublicLevel.County;
    public string? LeaderName { get; init; }
    public string? LeaderPost { get; init; }
    public long? LeaderId { get; init; }
    public int? Latitude { get; init; }
    public int? Longitude { get; init; }
    public long? Beneficiaries { get; init; }
    public bool IsHouseholds { get; init; }
    public bool IsEstimated { get; init; }
    public bool IsBreakthrough { get; init; }

    /// <summary>The day promised first, where an earlier record tells another than the one promised now.</summary>
    public DateOnly? FirstFinish { get; init; }
    public IReadOnlyList<long> AssistingUnitIds { get; init; } = [];
    public IReadOnlyList<NewTarget> Targets { get; init; } = [];
    public IReadOnlyList<NewMoney> Money { get; init; } = [];
    public IReadOnlyList<NewNode> Nodes { get; init; } = [];

    /// <summary>Matters that it is to answer.</summary>
    public IReadOnlyList<long> MatterIds { get; init; } = [];
    public string? OnceKey { get; init; }
}

/// <param name="What">What is counted.</param>
/// <param name="Promised">Thousandths of the unit.</param>
/// <param name="Unit">Measure word.</param>
internal sealed record NewTarget(string What, long Promised, string Unit)
{
    public long Reached { get; init; }
    public string? Evidence { get; init; }
}

/// <summary>Whole fen.</summary>
internal sealed record NewMoney(MoneySource Source, long Planned)
{
    public long Arrived { get; init; }
    public long Paid { get; init; }
    public string? Document { get; init; }
}

internal sealed record NewNode(string Name, int Weight, DateOnly PlannedOn);

/// <summary>
/// A project as an office's own list or an earlier year has it: how it stood on a day, in one go. For imports and for what was before this
/// house was opened; its history begins there and says so.
/// </summary>
internal sealed record PastProject(NewProject Project, ProjectState State)
{
    /// <summary>Hundredths of a percent.</summary>
    public int Done { get; init; }

    /// <summary>How it stood then.</summary>
    public required DateOnly AsOf { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? PartBuiltOn { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public DateOnly? AcceptedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? Problem { get; init; }

    /// <summary>What the list tells beside the figures.</summary>
    public string? Text { get; init; }

    /// <summary>False where the list tells nothing of progress: that is missing, and not zero.</summary>
    public bool IsReported { get; init; } = true;

    /// <summary>First day of the period told last; that of <see cref="AsOf"/> where nothing is said.</summary>
    public DateOnly? ReportedFor { get; init; }
}
