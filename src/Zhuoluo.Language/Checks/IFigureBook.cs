using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>A figure of the records: its key, what it is called, its value in the base unit, and the day for which it was counted.</summary>
public sealed record KnownFigure(string Key, string Name, decimal Value, string Unit, DateOnly? AsOf);

/// <summary>What a text may mean by a number: the figure it names, and the same figure for other periods or on other bases.</summary>
public sealed record FigureMatch(KnownFigure Named, IReadOnlyList<KnownFigure> OtherPeriods, IReadOnlyList<KnownFigure> OtherBases);

/// <summary>
/// The port to the records. Whoever keeps figures answers which of them a number means, by its unit and by the words around it; null where none is
/// meant for certain. Asked once for each claim of a text, in the order of the text.
/// </summary>
public interface IFigureBook
{
    /// <summary>The sentence and the paragraph are those around the number, in the text's clean form; it begins at <paramref name="at"/> of the sentence.</summary>
    FigureMatch? Find(Quantity quantity, string sentence, int at, string paragraph);
}
