using System.Globalization;

namespace Zhuoluo.Documents;

/// <summary>Numbers of headings: 一、 （一） 1. （1） (GB/T 9704 7.3.3). A heading starts the deeper levels anew.</summary>
public sealed class Numbering
{
    public const int Levels = 4;
    private static readonly string[] _digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    private readonly int[] _counts = new int[Levels];
    private int _charts;

    /// <summary>图1, 图2: over the whole text, whatever the headings.</summary>
    public string NextChart() => string.Create(CultureInfo.InvariantCulture, $"图{++_charts}　");

    public string Next(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Levels);
        _counts[level - 1]++;
        Array.Clear(_counts, level, Levels - level);
        var count = _counts[level - 1];
        return level switch
        {
            1 => Han(count) + "、",
            2 => $"（{Han(count)}）",
            3 => count.ToString(CultureInfo.InvariantCulture) + ".",
            _ => string.Create(CultureInfo.InvariantCulture, $"（{count}）"),
        };
    }

    private static string Han(int n) => n switch
    {
        < 10 => _digits[n],
        < 20 => "十" + _digits[n - 10],
        < 100 => _digits[n / 10] + "十" + _digits[n % 10],
        _ => n.ToString(CultureInfo.InvariantCulture),
    };
}
