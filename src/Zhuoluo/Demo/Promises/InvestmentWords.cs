using System.Text.Json;
using System.Text.Json.Serialization;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Demo.Promises;

/// <summary>catalog/demo/investment.json: what was signed, started together and needed, place by place.</summary>
internal sealed record InvestmentWords(IReadOnlyDictionary<string, InvestmentPlace> Places)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    public static InvestmentWords Load() => JsonSerializer.Deserialize<InvestmentWords>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "investment.json")), _options)!;
}

/// <param name="Unit">Part of the name of the unit that follows agreements up.</param>
internal sealed record InvestmentPlace(string Unit)
{
    /// <summary>When it was written down; now where nothing is said.</summary>
    public DateOnly? AsOf { get; init; }
    public IReadOnlyList<SigningWords> Events { get; init; } = [];
    public ManyAgreements? Many { get; init; }
    public IReadOnlyList<BatchWords> Batches { get; init; } = [];
    public IReadOnlyList<LabelWords> Labels { get; init; } = [];
    public IReadOnlyList<NeedWords> Needs { get; init; } = [];
    public IReadOnlyList<PlanWords> Plans { get; init; } = [];
}

internal sealed record SigningWords(string Name, string Venue, int StatedCount, long StatedYuan, IReadOnlyDictionary<AgreementType, int> StatedTypes, IReadOnlyList<AgreementWords> Agreements)
{
    public DateOnly? HeldOn { get; init; }
    public int MonthsAgo { get; init; }

    [JsonPropertyName("public")]
    public bool IsPublic { get; init; }
}

internal sealed record AgreementWords(string Name, string Investor, AgreementType Type, long Yuan, string Field)
{
    [JsonPropertyName("landed")]
    public bool IsLanded { get; init; }
}

/// <summary>So many of each type, their amounts invented around the average; the sum is whole.</summary>
internal sealed record ManyAgreements(
    long TotalYuan, DateOnly From, int Days, IReadOnlyDictionary<AgreementType, int> Types, IReadOnlyList<string> Fields, IReadOnlyList<string> Works, IReadOnlyList<string> Investors);

/// <param name="Ordinal">Round of the year.</param>
/// <param name="Kind">Signed, started or put into production.</param>
/// <param name="Level">Whose rounds are counted.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Venue">Where.</param>
/// <param name="List">Beginning of the code of the list of which the first projects are in it.</param>
/// <param name="Take">How many.</param>
internal sealed record BatchWords(int Ordinal, BatchKind Kind, PublicLevel Level, string Name, string Venue, string List, int Take)
{
    public DateOnly? HeldOn { get; init; }
    public int MonthsAgo { get; init; }
}

internal sealed record LabelWords(string Code, string Name, string Source, DateOnly From, string Groups);

/// <param name="List">Beginning of the code of the list; each need is of another of its projects.</param>
/// <param name="Kind">Element.</param>
/// <param name="Text">What is needed.</param>
/// <param name="Days">Due so many days after today; before where negative.</param>
internal sealed record NeedWords(string List, ElementKind Kind, string Text, int Days)
{
    /// <summary>Part of the name of the unit that has it; nobody yet where nothing is said.</summary>
    public string? Unit { get; init; }
    public string? Answer { get; init; }
    public bool IsGuaranteed { get; init; }
}

/// <param name="Code">Code.</param>
/// <param name="Name">Theme.</param>
/// <param name="Year">Year.</param>
/// <param name="IssuedOn">The day of the issue.</param>
/// <param name="Done">So many of its tasks are done, the first ones.</param>
/// <param name="Result">What is said of each.</param>
/// <param name="Lines">As the form takes them, with the beginning of the unit's name left out.</param>
internal sealed record PlanWords(string Code, string Name, int Year, DateOnly IssuedOn, int Done, string Result, IReadOnlyList<string> Lines);
