using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
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

    public string At(string address)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Pairs())
        {
            query.Add(name, value);
        }
        if (Page > 1)
        {
            query.Add("p", Page.ToString(CultureInfo.InvariantCulture));
        }
        return address + query.ToQueryString();
    }

    public IEnumerable<(string Name, string Value)> Pairs()
    {
        (string, string?)[] all =
        [
            ("list", Programme), ("unit", Unit), ("exact", IsExact ? "1" : null), ("state", Said(State)), ("stage", Said(Stage)), ("light", Said(Light)), ("cause", Said(Cause)), ("when", Said(Punctuality)),
            ("field", Field), ("town", Town), ("leader", Leader), ("is", Said(Is)), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("q", Words),
        ];
        return all.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));
    }

    public static ProjectFilter Read(IQueryCollection query) => new()
    {
        Programme = Text(query["list"]),
        Unit = Text(query["unit"]),
        IsExact = query["exact"] == "1",
        State = Word<ProjectState>.Read(query["state"]),
        Stage = Word<ProjectStage>.Read(query["stage"]),
        Light = Word<ProjectLight>.Read(query["light"]),
        Cause = Word<LightCause>.Read(query["cause"]),
        Punctuality = Word<Punctuality>.Read(query["when"]),
        Field = Text(query["field"]),
        Town = Text(query["town"]),
        Leader = Text(query["leader"]),
        Is = Word<ProjectIs>.Read(query["is"]),
        Year = int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Words = Text(query["q"]),
        Page = int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim()[..Math.Min(typed.Trim().Length, 60)];

    private static string? Said<T>(T? value)
        where T : struct, Enum => value is { } some ? Word<T>.Of(some) : null;
}

/// <summary>States taken together, as people ask for them.</summary>
internal enum ProjectStage { Library = 1, UnderWay = 2, Done = 3, Closed = 4, Promised = 5, Led = 6 }

/// <summary>What a project has or lacks.</summary>
internal enum ProjectIs { Silent = 1, Slipped = 2, WithoutLeader = 3, WithoutMatters = 4, Breakthrough = 5, Objected = 6, Asked = 7, Overdue = 8, StartedEver = 9, BuiltEver = 10, Disagreed = 11 }
