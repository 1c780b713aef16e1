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

    public string At(string address) => ListAddress.Of(address, Pairs(), Page);

    public IEnumerable<(string Name, string Value)> Pairs() => ListAddress.Given(
        ("type", ListAddress.Said(Type)), ("state", ListAddress.Said(State)), ("event", ListAddress.Said(Event)), ("batch", ListAddress.Said(Batch)),
        ("unit", Unit), ("field", Field), ("year", ListAddress.Said(Year)), ("q", Words));

    public static InvestmentFilter Read(IQueryCollection query) => new()
    {
        Type = Word<AgreementType>.Read(query["type"]),
        State = Word<AgreementState>.Read(query["state"]),
        Event = ListAddress.Id(query["event"]),
        Batch = ListAddress.Id(query["batch"]),
        Unit = ListAddress.Text(query["unit"]),
        Field = ListAddress.Text(query["field"]),
        Year = ListAddress.Year(query["year"]),
        Words = ListAddress.Text(query["q"]),
        Page = ListAddress.Page(query["p"]),
    };
}
