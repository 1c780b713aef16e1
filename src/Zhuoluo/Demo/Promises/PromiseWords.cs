using System.Text.Json;
using System.Text.Json.Serialization;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Demo.Promises;

/// <summary>catalog/demo/promises.json: the lists of each place with the counts, sums and targets that the figures give.</summary>
internal sealed record PromiseWords(
    IReadOnlyList<string> Posts, IReadOnlyList<PromiseTopic> Topics, IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects, IReadOnlyDictionary<string, PromisePlace> Places)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    public static PromiseWords Load() => JsonSerializer.Deserialize<PromiseWords>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "promises.json")), _options)!;
}

/// <param name="Field">Field of the project.</param>
/// <param name="Bureau">Part of the name of the unit that leads such projects.</param>
/// <param name="What">What is counted.</param>
/// <param name="Unit">Measure word.</param>
/// <param name="Low">Least of it.</param>
/// <param name="High">Most of it.</param>
/// <param name="Money">Least and most, in 10,000 yuan.</param>
/// <param name="Names">What is done.</param>
internal sealed record PromiseTopic(string Field, string Bureau, string What, string Unit, int Low, int High, IReadOnlyList<int> Money, IReadOnlyList<string> Names);

/// <summary>A place beside the default one brings its own towns (code and name) and departments.</summary>
internal sealed record PromisePlace
{
    public string Code { get; init; } = DemoPeople.County;
    public string Name { get; init; } = "";
    public IReadOnlyList<IReadOnlyList<string>> Towns { get; init; } = [];
    public IReadOnlyList<string> Departments { get; init; } = [];
    public IReadOnlyList<PromiseList> Lists { get; init; } = [];

    /// <summary>Applications for the library.</summary>
    public IReadOnlyList<PromiseGroup> Candidates { get; init; } = [];
    public IReadOnlyList<PromisePetitions> Petitions { get; init; } = [];
    public IReadOnlyList<PromiseTold> Told { get; init; } = [];
}

/// <summary>So many petitions of an old list, all settled and checked.</summary>
internal sealed record PromisePetitions(int Count, SourceLevel Level, DateOnly From, DateOnly AsOf)
{
    [JsonPropertyName("hard")]
    public bool IsHard { get; init; }

    /// <summary>On the list of repeats handed down from above.</summary>
    [JsonPropertyName("listed")]
    public bool IsListed { get; init; }
}

/// <summary>A value of the year that others tell.</summary>
internal sealed record PromiseTold(string Key, decimal Value, string By)
{
    [JsonPropertyName("estimated")]
    public bool IsEstimated { get; init; }
}

internal sealed record PromiseList(string Code, string Name, ProgrammeKind Kind, PublicLevel Level, ProjectSource Source, int Year, DateOnly AsOf, string Rule, IReadOnlyList<PromiseGroup> Groups)
{
    [JsonPropertyName("public")]
    public bool IsPublic { get; init; }
    public int? HigherTotal { get; init; }
}

/// <summary>So many projects that stand alike.</summary>
internal sealed record PromiseGroup(int Count, ProjectState State)
{
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Which words of the file name them; else a place and what is done there.</summary>
    public string? Subjects { get; init; }
    public string? Field { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
    public IReadOnlyList<PromiseTarget> Targets { get; init; } = [];

    /// <summary>No target and no money but what is said here.</summary>
    [JsonPropertyName("plain")]
    public bool IsPlain { get; init; }
    public long? TotalYuan { get; init; }
    public long? Beneficiaries { get; init; }

    [JsonPropertyName("estimated")]
    public bool IsEstimated { get; init; }

    [JsonPropertyName("breakthrough")]
    public bool IsBreakthrough { get; init; }

    /// <summary>The work is done early, and it stays on the list because it is kept up.</summary>
    [JsonPropertyName("keptUp")]
    public bool IsKeptUp { get; init; }

    [JsonPropertyName("begunEarlier")]
    public bool IsBegunEarlier { get; init; }
    public Punctuality When { get; init; } = Punctuality.Early;
    public DateOnly? Finish { get; init; }
    public DateOnly? AsOf { get; init; }
    public string? Content { get; init; }
    public string? Text { get; init; }
}

internal sealed record PromiseTarget(string What, long Promised, string Unit, long Reached)
{
    public string? Evidence { get; init; }
}
