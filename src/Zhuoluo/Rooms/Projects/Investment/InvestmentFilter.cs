using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>Which agreements. An address says all of it, so that every number is a link to exactly what it counts.</summary>
internal sealed record InvestmentFilter
{
    public const string Address = "/investment";

    public static InvestmentFilter All { get; } = new();

    public AgreementType? Type { get; init; }
    public AgreementState? State { get; init; }

    /// <summary>Id of a signing event.</summary>
    public long? Event { get; init; }

    /// <summary>Id of a round of batch starts: agreements whose project is in it.</summary>
    public long? Batch { get; init; }
    public string? Unit { get; init; }
    public string? Field { get; init; }
    public int? Year { get; init; }
    public string? Words { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>The same without the page.</summary>
    public InvestmentFilter Narrowing => this with { Page = 1 };

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
            query.Add("p", Number(Page)!);
        }
        return address + query.ToQueryString();
    }

    public IEnumerable<(string Name, string Value)> Pairs()
    {
        (string, string?)[] all =
        [
            ("type", Type is { } type ? Word.Of(type) : null), ("state", State is { } state ? Word.Of(state) : null), ("event", Number(Event)), ("batch", Number(Batch)),
            ("unit", Unit), ("field", Field), ("year", Number(Year)), ("q", Words),
        ];
        return all.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));
    }

    public static InvestmentFilter Read(IQueryCollection query) => new()
    {
        Type = Word<AgreementType>.Read(query["type"]),
        State = Word<AgreementState>.Read(query["state"]),
        Event = Id(query["event"]),
        Batch = Id(query["batch"]),
        Unit = Text(query["unit"]),
        Field = Text(query["field"]),
        Year = Id(query["year"]) is { } year and < 10_000 ? (int)year : null,
        Words = Text(query["q"]),
        Page = Id(query["p"]) is { } page ? (int)Math.Clamp(page, 1, 1_000_000) : 1,
    };

    private static long? Id(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim()[..Math.Min(typed.Trim().Length, 60)];
}
