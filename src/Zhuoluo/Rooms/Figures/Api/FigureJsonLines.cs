namespace Zhuoluo.Rooms.Figures.Api;

/// <summary>A figure with its value, as programs read it.</summary>
/// <param name="Id">Line of the published tables that it answers; null for none.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">In Chinese, as documents say it.</param>
/// <param name="Value">In its unit; null where there is nothing to say.</param>
/// <param name="Unit">件, 人, 元, % ...</param>
/// <param name="Records">How many records are behind it.</param>
/// <param name="Version">Of the definition.</param>
internal sealed record FigureLine(string? Id, string Key, string Name, decimal? Value, string Unit, long Records, int Version)
{
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public decimal? Excluded { get; init; }
    public bool? IsEstimate { get; init; }

    /// <summary>How it is counted, in the reader's language.</summary>
    public string? How { get; init; }

    /// <summary>One line for each line of the tables that it answers; one for a figure that answers none.</summary>
    public static IEnumerable<FigureLine> All(FigureValue value) => value.Definition.Answers.Count == 0 ? [Of(value, null)] : value.Definition.Answers.Select(id => Of(value, id));

    public static FigureLine Of(FigureValue value, string? id) => new(id, value.Definition.Key, value.Definition.Name, value.Value, value.Definition.Unit, value.Records, value.Definition.Version)
    {
        Numerator = value.Numerator,
        Denominator = value.Denominator,
        Excluded = value.Excluded,
        IsEstimate = value.IsEstimate ? true : null,
    };
}

/// <summary>A stated figure.</summary>
internal sealed record StatedLine(long Id, string Key, string Name, decimal Value, string Unit, DateOnly? From, DateOnly? To, string? OfUnit, long Records, string Digest, DateTimeOffset StatedAt, bool IsPublic, long? Supersedes)
{
    public static StatedLine Of(StatedFigure stated)
    {
        var figure = Stating.StatedReading.Definitions(stated)[0];
        return new StatedLine(stated.Id, stated.Key, figure.Name, stated.Value / 1000m, figure.Unit, stated.From, stated.To, stated.UnitCode, stated.Records, stated.Digest, stated.StatedAt, stated.IsPublic, stated.SupersedesId);
    }
}

/// <summary>A record behind a figure; without name and address where the reader may not open it.</summary>
internal sealed record RecordLine(long Id, string? Name, string? Href, DateOnly? Day, string? Unit, decimal Amount);

/// <summary>The body of a call that states a figure.</summary>
internal sealed record StateGiven(string? Unit, string? Town, string? From, string? To, long? Supersedes, string? Reason);

/// <summary>The body of a call that tells an external value.</summary>
internal sealed record TellGiven(DateOnly From, DateOnly To, decimal Value, string? ToldBy, bool? IsEstimate);
