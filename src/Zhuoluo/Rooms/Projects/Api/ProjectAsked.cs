using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Api;

/// <summary>A project in JSON: quantities as decimals, money in whole fen, days as yyyy-MM-dd, enums as words.</summary>
internal sealed record ProjectAsked
{
    public string? Name { get; init; }
    public string? LeadUnit { get; init; }
    public DateOnly PlannedStart { get; init; }
    public DateOnly PlannedFinish { get; init; }
    public string? Programme { get; init; }
    public string? Content { get; init; }
    public string? Field { get; init; }
    public string? Place { get; init; }
    public string? Source { get; init; }
    public string? Level { get; init; }
    public string? Leader { get; init; }
    public string? LeaderPost { get; init; }
    public long? Beneficiaries { get; init; }
    public bool IsEstimated { get; init; }
    public IReadOnlyList<TargetAsked> Targets { get; init; } = [];
    public IReadOnlyList<MoneyAsked> Money { get; init; } = [];
    public IReadOnlyList<NodeAsked> Nodes { get; init; } = [];

    public NewProject Command(long unitId, long? programmeId, string? onceKey) => new(Name ?? "", unitId, PlannedStart, PlannedFinish)
    {
        ProgrammeId = programmeId,
        Content = Content,
        FieldCode = Field,
        PlaceCode = Place,
        Source = Word<ProjectSource>.Read(Source) ?? ProjectSource.Other,
        Level = Word<PublicLevel>.Read(Level) ?? PublicLevel.County,
        LeaderName = Leader,
        LeaderPost = LeaderPost,
        Beneficiaries = Beneficiaries,
        IsEstimated = IsEstimated,
        Targets = [.. Targets.Select(t => new NewTarget(t.What ?? "", Amounts.OfQuantity(t.Promised), t.Unit ?? ""))],
        Money = [.. Money.Select(m => new NewMoney(Word<MoneySource>.Read(m.Source) ?? MoneySource.Unsaid, m.PlannedFen))],
        Nodes = [.. Nodes.Select(n => new NewNode(n.Name ?? "", n.Weight, n.PlannedOn))],
        OnceKey = onceKey,
    };
}

internal sealed record TargetAsked(string? What, decimal Promised, string? Unit);

internal sealed record MoneyAsked(string? Source, long PlannedFen);

internal sealed record NodeAsked(string? Name, int Weight, DateOnly PlannedOn);

internal sealed record ProgrammeAsked(string? Code, string? Name, string? Kind, string? Level, int Year, string? Unit)
{
    public string? EntryRule { get; init; }
    public string? LightProfile { get; init; }
    public string? Period { get; init; }
    public string? Source { get; init; }
    public int? HigherTotal { get; init; }
    public bool IsPublic { get; init; }

    public Outcome<KeepProgramme> Command(OfficesSnapshot offices)
    {
        if (offices.UnitByCode(Unit ?? "") is not { } unit)
        {
            return new UnknownValue("unit");
        }
        if (Word<ProgrammeKind>.Read(Kind) is not { } kind || Word<PublicLevel>.Read(Level) is not { } level)
        {
            return new UnknownValue("kind");
        }
        return new KeepProgramme(Code ?? "", Name ?? "", kind, level, Year, unit.Id)
        {
            EntryRule = EntryRule,
            LightProfile = LightProfile ?? Projects.LightProfile.Standard,
            Period = Word<ReportPeriod>.Read(Period) ?? ReportPeriod.Month,
            Source = Word<ProjectSource>.Read(Source) ?? ProjectSource.Other,
            HigherTotal = HigherTotal,
            IsPublic = IsPublic,
        };
    }
}

internal sealed record ProjectDeedAsked(string? Verb)
{
    public string? Text { get; init; }
    public DateOnly? On { get; init; }
    public DateOnly? Until { get; init; }
    public string? Programme { get; init; }
    public string? Reason { get; init; }
    public long? Item { get; init; }
    public decimal? Reached { get; init; }
    public long? ArrivedFen { get; init; }
    public long? PaidFen { get; init; }
    public string? Leader { get; init; }
    public string? LeaderPost { get; init; }
    public string? Letter { get; init; }
    public int Version { get; init; }

    public ProjectDeed ToDeed(long id, ProjectVerb verb, long? programmeId) => new(id, verb)
    {
        Text = Text,
        On = On,
        Until = Until,
        ProgrammeId = programmeId,
        Reason = Word<DelayReason>.Read(Reason),
        ItemId = Item,
        Reached = Reached is { } reached ? Amounts.OfQuantity(reached) : null,
        Arrived = ArrivedFen,
        Paid = PaidFen,
        LeaderName = Leader,
        LeaderPost = LeaderPost,
        Letter = Word<LetterStep>.Read(Letter),
        ExpectedVersion = Version,
    };
}

/// <param name="Period">Any day of the period.</param>
/// <param name="DonePercent">Percent, two decimals.</param>
internal sealed record ProgressAsked(DateOnly Period, decimal DonePercent)
{
    public string? Text { get; init; }
    public string? Problem { get; init; }
    public string? Needs { get; init; }
    public string? Next { get; init; }
    public bool IsCorrection { get; init; }
    public int Version { get; init; }

    public ReportProgress Command(long id) => new(id, Period, Amounts.OfPercent(Math.Clamp(DonePercent, -1, 100_000)))
    {
        Text = Text,
        Problem = Problem,
        Needs = Needs,
        Next = Next,
        IsCorrection = IsCorrection,
        ExpectedVersion = Version,
    };
}
