using Zhuoluo.Rooms.Projects;
using Quantity = Zhuoluo.Language.Quantities.Target;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// A project of an office's list. Units are codes; <see cref="Owner"/> is the town or unit whose project it is, where the list names one.
/// <see cref="Money"/> is in fen, <see cref="Percent"/> in points of a hundred, null where nothing is told. <see cref="Light"/> is computed
/// for the day of the list (null without one); <see cref="TypedLight"/> is what somebody put into the cell, by word or by colour, kept only to
/// be compared.
/// </summary>
internal sealed record ProjectRow(
    string? Owner, string Name, string? Field, string? Content, IReadOnlyList<Quantity> Targets, string? Leader, string? Post, string? Lead,
    IReadOnlyList<string> Assist, long? Money, DateOnly Start, DateOnly Finish, decimal? Percent, string? Light, string? TypedLight,
    string? Problem, string? Remark) : ImportedRow
{
    /// <summary>What only a list that this system wrote tells.</summary>
    public ProjectMore? More { get; init; }

    public bool IsDone => Percent >= 100;

    /// <summary>By which it is known again in every file that goes onto the same list (samples rule 16).</summary>
    public string?[] Identity => More?.Number is { } number ? [number, Name, Lead] : [Owner, Name, Lead];
}

/// <summary>Fields of a project that offices' lists have no column for; an export has, so that it comes in again as it was.</summary>
internal sealed record ProjectMore(string? Number, string? Place, ProjectState? State, ProjectSource? Source)
{
    public DateOnly? FirstFinish { get; init; }
    public DateOnly? Started { get; init; }
    public DateOnly? PartBuilt { get; init; }
    public DateOnly? Completed { get; init; }
    public DateOnly? Accepted { get; init; }
    public DateOnly? Closed { get; init; }
    public DateOnly? ReportedFor { get; init; }
    public long? Beneficiaries { get; init; }
    public bool IsHouseholds { get; init; }
    public bool IsEstimated { get; init; }
    public bool IsBreakthrough { get; init; }
    public IReadOnlyList<NewTarget> Targets { get; init; } = [];
    public IReadOnlyList<NewMoney> Money { get; init; } = [];
    public IReadOnlyList<NewNode> Nodes { get; init; } = [];
}
