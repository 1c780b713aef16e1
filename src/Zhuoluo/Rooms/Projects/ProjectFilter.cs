using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Which projects. An address says all of it, so that every number is a link to exactly what it counts.</summary>
internal sealed record ProjectFilter
{
    public const string Address = "/projects";

    public static ProjectFilter All { get; } = new();

    /// <summary>Code of a list.</summary>
    public string? Programme { get; init; }
    public string? Unit { get; init; }

    /// <summary>The unit alone, not those below it: what a count by unit opens.</summary>
    public bool IsExact { get; init; }
    public ProjectState? State { get; init; }
    public ProjectStage? Stage { get; init; }
    public ProjectLight? Light { get; init; }
    public LightCause? Cause { get; init; }
    public Punctuality? Punctuality { get; init; }
    public string? Field { get; init; }
    public string? Town { get; init; }
    public string? Leader { get; init; }
    public ProjectIs? Is { get; init; }
    public int? Year { get; init; }
    public string? Words { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>The same without the page.</summary>
    public ProjectFilter Narrowing => this with { Page = 1 };

    public string Href => At(Address);

    public string At(string address) => ListAddress.Of(address, Pairs(), Page);

    public IEnumerable<(string Name, string Value)> Pairs() => ListAddress.Given(
        ("list", Programme), ("unit", Unit), ("exact", IsExact ? "1" : null), ("state", ListAddress.Said(State)), ("stage", ListAddress.Said(Stage)), ("light", ListAddress.Said(Light)), ("cause", ListAddress.Said(Cause)), ("when", ListAddress.Said(Punctuality)),
        ("field", Field), ("town", Town), ("leader", Leader), ("is", ListAddress.Said(Is)), ("year", ListAddress.Said(Year)), ("q", Words));

    public static ProjectFilter Read(IQueryCollection query) => new()
    {
        Programme = ListAddress.Text(query["list"]),
        Unit = ListAddress.Text(query["unit"]),
        IsExact = query["exact"] == "1",
        State = Word<ProjectState>.Read(query["state"]),
        Stage = Word<ProjectStage>.Read(query["stage"]),
        Light = Word<ProjectLight>.Read(query["light"]),
        Cause = Word<LightCause>.Read(query["cause"]),
        Punctuality = Word<Punctuality>.Read(query["when"]),
        Field = ListAddress.Text(query["field"]),
        Town = ListAddress.Text(query["town"]),
        Leader = ListAddress.Text(query["leader"]),
        Is = Word<ProjectIs>.Read(query["is"]),
        Year = ListAddress.Year(query["year"]),
        Words = ListAddress.Text(query["q"]),
        Page = ListAddress.Page(query["p"]),
    };
}

/// <summary>States taken together, as people ask for them.</summary>
internal enum ProjectStage { Library = 1, UnderWay = 2, Done = 3, Closed = 4, Promised = 5, Led = 6 }

/// <summary>What a project has or lacks.</summary>
internal enum ProjectIs { Silent = 1, Slipped = 2, WithoutLeader = 3, WithoutMatters = 4, Breakthrough = 5, Objected = 6, Asked = 7, Overdue = 8, StartedEver = 9, BuiltEver = 10, Disagreed = 11 }
