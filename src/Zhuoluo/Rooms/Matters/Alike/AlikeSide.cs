using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What of a matter is compared with another.</summary>
internal sealed record AlikeSide
{
    /// <summary>Pairs of characters of title and text without stop phrases.</summary>
    public required IReadOnlySet<string> Pairs { get; init; }

    /// <summary>Pairs of the place in the requester's words; empty where nothing was written.</summary>
    public required IReadOnlySet<string> Where { get; init; }

    /// <summary>The finest known place.</summary>
    public required string PlaceCode { get; init; }
    public required string? CategoryCode { get; init; }
    public required DateOnly OpenedOn { get; init; }

    public static AlikeSide Of(string title, string text, string? where, string placeCode, string? category, DateOnly openedOn) => new()
    {
        // A title that is the beginning of the text says nothing new; its last character was cut in the middle of a pair.
        Pairs = Bigrams.Pairs(StopPhrases.Without(text.StartsWith(title.TrimEnd('…'), StringComparison.Ordinal) ? text : title + "\n" + text)),
        Where = Bigrams.Pairs(where ?? ""),
        PlaceCode = placeCode,
        CategoryCode = category,
        OpenedOn = openedOn,
    };
}
