namespace Zhuoluo.Language.Quantities;

/// <summary>A text with every quantity in it, in the order of the text.</summary>
public sealed record ReadText(CleanText Clean, Clauses Clauses, IReadOnlyList<Quantity> Quantities);

/// <summary>
/// Finds and reads every quantity of a text (rules G3). Linear in the length of the text: each place looks at a bounded stretch around it.
/// What cannot be read is said to be broken, never guessed.
/// </summary>
public static class QuantityReader
{
    public static ReadText Read(string text)
    {
        var clean = CleanText.Of(text);
        var clauses = new Clauses(clean.Form);
        var quantities = new QuantityScan(text, clean, clauses).Run();
        return new ReadText(clean, clauses, quantities);
    }
}
