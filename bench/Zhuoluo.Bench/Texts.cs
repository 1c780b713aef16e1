using System.Text;
using Zhuoluo.Demo;

namespace Zhuoluo.Bench;

/// <summary>
/// Invented texts whose words are as unevenly spread as those of a language: two-character words from 5,000, the n-th drawn with
/// weight 1/n. Two words are sown on their own and stand in exactly so many texts.
/// </summary>
internal sealed class Texts
{
    /// <summary>In every twentieth text.</summary>
    public const string Common = "桥墩";

    /// <summary>In every thousandth.</summary>
    public const string Rare = "獬豸";

    private const int Words = 5000;
    private readonly Dice _dice = new(5_000);
    private readonly string[] _words = new string[Words];
    private readonly double[] _upTo = new double[Words];

    public Texts()
    {
        var sum = 0.0;
        for (var i = 0; i < Words; i++)
        {
            // 3,000 of the usual characters, those of the sown words left out.
            _words[i] = $"{Character()}{Character()}";
            sum += 1.0 / (i + 1);
            _upTo[i] = sum;
        }
    }

    /// <summary>A text of so many characters, with a full stop every dozen or so.</summary>
    public string Of(int length, bool hasCommon = false, bool hasRare = false)
    {
        var text = new StringBuilder(length + 8);
        text.Append(hasCommon ? Common : "").Append(hasRare ? Rare : "");
        while (text.Length < length)
        {
            text.Append(Word());
            if (_dice.Below(7) == 0)
            {
                text.Append(_dice.Below(3) == 0 ? '。' : '，');
            }
        }
        return text.ToString();
    }

    /// <summary>The text of the n-th matter of a database: 40 to 120 characters.</summary>
    public string Nth(int n) => Of(40 + _dice.Below(81), n % 20 == 7, n % 1000 == 13);

    private string Word()
    {
        var at = Array.BinarySearch(_upTo, _dice.Below(1 << 30) / (double)(1 << 30) * _upTo[^1]);
        return _words[Math.Min(Words - 1, at < 0 ? ~at : at)];
    }

    private char Character()
    {
        while (true)
        {
            var drawn = (char)(0x4E00 + (_dice.Below(3000) * 6));
            if (!Common.Contains(drawn, StringComparison.Ordinal) && !Rare.Contains(drawn, StringComparison.Ordinal))
            {
                return drawn;
            }
        }
    }
}
