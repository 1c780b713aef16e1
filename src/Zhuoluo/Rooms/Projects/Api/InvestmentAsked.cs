using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Rooms.Projects.Plans;

namespace Zhuoluo.Rooms.Projects.Api;

/// <param name="Name">What is to be built.</param>
/// <param name="Investor">The firm or body that invests.</param>
/// <param name="Type">strategic, cooperation, contract, intent or other.</param>
/// <param name="AmountFen">Planned investment, whole fen.</param>
/// <param name="SignedOn">The day of the signature.</param>
/// <param name="Unit">Code of the unit that follows it up.</param>
internal sealed record AgreementAsked(string? Name, string? Investor, string? Type, long AmountFen, DateOnly SignedOn, string? Unit)
{
    public string? Field { get; init; }

    /// <summary>Id of the signing event.</summary>
    public string? Event { get; init; }

    public Outcome<NewAgreement> Command(OfficesSnapshot offices) =>
        offices.UnitByCode(Unit ?? "") is not { } unit ? new UnknownValue("unit")
        : Word<AgreementType>.Read(Type) is not { } type ? new UnknownValue("type")
        : InvestmentJson.Id(Event) is null && Event is not null ? new UnknownValue("event")
        : new NewAgreement(Name ?? "", Investor ?? "", type, AmountFen, SignedOn, unit.Id) { Field = Field, EventId = InvestmentJson.Id(Event) };
}

/// <param name="Verb">land, move, cancel or correct.</param>
internal sealed record AgreementStepAsked(string? Verb)
{
    public DateOnly? On { get; init; }
    public string? To { get; init; }

    /// <summary>Number of the project as which it lands.</summary>
    public string? Project { get; init; }
    public string? Text { get; init; }
    public string? Type { get; init; }
    public long? AmountFen { get; init; }
    public int Version { get; init; }

    public Outcome<MoveAgreement> Command(long id) => Word<AgreementVerb>.Read(Verb) is not { } verb ? new UnknownValue("verb") : new MoveAgreement(id, verb)
    {
        On = On,
        To = Word<AgreementState>.Read(To),
        Project = Project,
        Text = Text,
        Type = Word<AgreementType>.Read(Type),
        AmountFen = AmountFen,
        ExpectedVersion = Version,
    };
}

internal sealed record SigningAsked(string? Name, DateOnly HeldOn, string? Unit)
{
    public string? Venue { get; init; }
    public int? StatedCount { get; init; }
    public long? StatedFen { get; init; }

    /// <summary>How many were said to be of each type.</summary>
    public IReadOnlyDictionary<string, int>? StatedTypes { get; init; }
    public bool IsPublic { get; init; }

    public Outcome<KeepSigning> Command(OfficesSnapshot offices) =>
        offices.UnitByCode(Unit ?? "") is not { } unit ? new UnknownValue("unit")
        : StatedTypes?.Keys.Any(t => Word<AgreementType>.Read(t) is null) == true ? new UnknownValue("statedTypes")
        : new KeepSigning(Name ?? "", HeldOn, unit.Id)
        {
            Venue = Venue,
            StatedCount = StatedCount,
            StatedFen = StatedFen,
            StatedTypes = (StatedTypes ?? new Dictionary<string, int>()).ToDictionary(t => Word<AgreementType>.Read(t.Key)!.Value, t => t.Value),
            IsPublic = IsPublic,
        };
}

/// <param name="Ordinal">Which round of its year.</param>
/// <param name="Kind">sign, start or production.</param>
/// <param name="Level">Whose rounds are counted.</param>
/// <param name="Name">What it is called.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="Unit">Code of the unit that held it.</param>
internal sealed record BatchAsked(int Ordinal, string? Kind, string? Level, string? Name, DateOnly HeldOn, string? Unit)
{
    public string? Venue { get; init; }

    /// <summary>Numbers of projects.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    public Outcome<KeepBatch> Command(OfficesSnapshot offices) =>
        offices.UnitByCode(Unit ?? "") is not { } unit ? new UnknownValue("unit")
        : Word<BatchKind>.Read(Kind) is not { } kind ? new UnknownValue("kind")
        : Word<PublicLevel>.Read(Level) is not { } level ? new UnknownValue("level")
        : new KeepBatch(Ordinal, kind, level, Name ?? "", HeldOn, unit.Id) { Venue = Venue, Projects = Projects };
}

internal sealed record LabelAsked(string? Code, string? Name, DateOnly From)
{
    public string? Source { get; init; }
    public IReadOnlyList<LabelGroupAsked> Groups { get; init; } = [];

    public KeepLabel Command() => new(Code ?? "", Name ?? "", From,
        [.. Groups.Select(g => new NewGroup(g.Name ?? "", g.Stated, g.IsOpen, [.. g.Members.Select(m => new NewMember(m.Name ?? "", m.Tag))]))])
    {
        Source = Source,
    };
}

/// <param name="Name">What is counted.</param>
/// <param name="Stated">The number in the label; absent for an N.</param>
/// <param name="IsOpen">More may join.</param>
internal sealed record LabelGroupAsked(string? Name, int? Stated, bool IsOpen)
{
    public IReadOnlyList<LabelMemberAsked> Members { get; init; } = [];
}

/// <param name="Name">Of the member.</param>
/// <param name="Tag">Field of the projects and agreements that belong to it.</param>
internal sealed record LabelMemberAsked(string? Name, string? Tag);

/// <param name="Kind">land, energy, labour, funds, approval or other.</param>
/// <param name="Text">What is needed.</param>
/// <param name="DueOn">Until when.</param>
internal sealed record NeedAsked(string? Kind, string? Text, DateOnly DueOn)
{
    /// <summary>Code of the unit that is to see to it; only who keeps the lists may say.</summary>
    public string? Unit { get; init; }

    public Outcome<AskElement> Command(long projectId, OfficesSnapshot offices) =>
        Word<ElementKind>.Read(Kind) is not { } kind ? new UnknownValue("kind")
        : Unit is not null && offices.UnitByCode(Unit) is null ? new UnknownValue("unit")
        : new AskElement(projectId, kind, Text ?? "", DueOn) { UnitId = Unit is null ? null : offices.UnitByCode(Unit)!.Id };
}

internal sealed record PlanAsked(string? Code, string? Name, int Year, string? Unit)
{
    public IReadOnlyList<PlanTaskAsked> Tasks { get; init; } = [];

    public Outcome<DraftPlan> Command(OfficesSnapshot offices) =>
        offices.UnitByCode(Unit ?? "") is not { } unit ? new UnknownValue("unit")
        : Tasks.Any(t => offices.UnitByCode(t.Unit ?? "") is null) ? new UnknownValue("tasks")
        : new DraftPlan(Code ?? "", Name ?? "", Year, unit.Id, [.. Tasks.Select(t => new NewTask(t.Aspect ?? "", t.Text ?? "", offices.UnitByCode(t.Unit!)!.Id, t.DueOn))]);
}

/// <param name="Aspect">Name of the aspect.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="DueOn">Until when.</param>
internal sealed record PlanTaskAsked(string? Aspect, string? Text, string? Unit, DateOnly? DueOn);
