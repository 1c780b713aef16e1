namespace Zhuoluo.Language.Quantities;

/// <summary>How a numeral is written: that decides whether it may be part of a name.</summary>
public enum NumeralScript
{
    Arabic,
    Han,
}

/// <summary>A numeral as it stands in a text, before any unit.</summary>
/// <param name="Length">Characters taken, inner 余, 多 and 几 included.</param>
/// <param name="Value">The number written: 1.6万 is 16000, 十几 is 10, 三五 is 3.</param>
/// <param name="Low">Least value that the numeral alone can mean.</param>
/// <param name="High">Greatest value that the numeral alone can mean; null when it has no upper end (上百).</param>
/// <param name="Grain">What a 余, 多 or 近 at this numeral may hide (rules G3.3): 300 has 100, 1.6万 has 1000.</param>
/// <param name="Digit">One unit of the last digit written: 1.6万 has 1000, 300 has 1.</param>
/// <param name="Script">Arabic as soon as a digit is.</param>
/// <param name="Over">余 or 多 stood inside, before 万 or 亿 or after Han places.</param>
/// <param name="Vague">The numeral itself is a range: 十几, 几十, 数百, 三五.</param>
/// <param name="Bare">Nothing but a place (百, 千, 万): more often part of a name than a count.</param>
public readonly record struct Numeral(
    int Length, decimal Value, decimal Low, decimal? High, decimal Grain, decimal Digit,
    NumeralScript Script, bool Over, bool Vague, bool Bare);
