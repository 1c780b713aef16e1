using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions.ListPetitions;

/// <summary>Which petitions. An address and a filter say the same, so that every number is a link to exactly the records it counts.</summary>
internal sealed record PetitionFilter
{
    public const string Address = "/petitions";

    public static PetitionFilter All { get; } = new();

    public SourceLevel? Level { get; init; }

    /// <summary>From the central or the province's level: what was handed down from above.</summary>
    public bool IsFromAbove { get; init; }
    public PetitionSort? Sort { get; init; }
    public PetitionRoute? Route { get; init; }
    public PetitionStage? Stage { get; init; }
    public PetitionForm? Form { get; init; }
    public PetitionIs? Is { get; init; }

    /// <summary>Settled and checked by somebody else, or not; null for either.</summary>
    public bool? IsSolved { get; init; }
    public bool? IsOpen { get; init; }
    public bool IsHard { get; init; }
    public bool IsRepeatListed { get; init; }
    public bool IsUnsorted { get; init; }

    /// <summary>Code of the lead unit, those below it included unless <see cref="IsExact"/>.</summary>
    public string? Unit { get; init; }
    public bool IsExact { get; init; }
    public string? Category { get; init; }
    public int? Year { get; init; }
    public string? Number { get; init; }
    public int Page { get; init; } = 1;

    public string Href => Address + Query();

    public string Query() => QueryString.Create(new (string Key, string? Value)[]
    {
        ("level", Written(Level)), ("above", IsFromAbove ? "1" : null), ("sort", Written(Sort)), ("route", Written(Route)), ("stage", Written(Stage)),
        ("form", Written(Form)), ("is", Written(Is)), ("solved", Yes(IsSolved)), ("open", Yes(IsOpen)), ("hard", IsHard ? "1" : null), ("listed", IsRepeatListed ? "1" : null), ("unsorted", IsUnsorted ? "1" : null),
        ("unit", Unit), ("exact", IsExact ? "1" : null), ("category", Category), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("number", Number),
        ("p", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(p => p.Value is { Length: > 0 }).Select(p => KeyValuePair.Create(p.Key, p.Value))).ToString();

    public static PetitionFilter Read(IQueryCollection query) => new()
    {
        Level = Word<SourceLevel>.Read(query["level"]),
        IsFromAbove = query["above"] == "1",
        Sort = Word<PetitionSort>.Read(query["sort"]),
        Route = Word<PetitionRoute>.Read(query["route"]),
        Stage = Word<PetitionStage>.Read(query["stage"]),
        Form = Word<PetitionForm>.Read(query["form"]),
        Is = Word<PetitionIs>.Read(query["is"]),
        IsSolved = Flag(query["solved"]),
        IsOpen = Flag(query["open"]),
        IsHard = query["hard"] == "1",
        IsRepeatListed = query["listed"] == "1",
        IsUnsorted = query["unsorted"] == "1",
        IsExact = query["exact"] == "1",
        Unit = Text(query["unit"]),
        Category = Text(query["category"]),
        Year = Number4(query["year"]),
        Number = Text(query["number"]),
        Page = int.TryParse(query["p"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
    };

    private static int? Number4(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null;

    private static bool? Flag(string? text) => text switch { "1" => true, "0" => false, _ => null };

    private static string? Yes(bool? value) => value is { } set ? set ? "1" : "0" : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, 60)];

    private static string? Written<T>(T? value)
        where T : struct, Enum => value is { } set ? Word<T>.Of(set) : null;
}

/// <summary>Something about a petition that somebody has to look at.</summary>
internal enum PetitionIs { Late, TellLate, ReviewLate, ToCheck, Repeated, Group, WithoutLead, Mine }
