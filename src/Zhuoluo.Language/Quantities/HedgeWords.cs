namespace Zhuoluo.Language.Quantities;

/// <summary>The hedging words before a number and behind its measure word (rules G3.2).</summary>
internal static class HedgeWords
{
    private delegate void Marking(ref Hedge hedge);

    // A word is none where one of the characters of the third column stands before it: 附近, 节约, 签约.
    private static readonly (string Word, Marking Mark, string NotAfter)[] _before =
    [
        ("不得低于", static (ref h) => h.AtLeast = true, ""),
        ("不得少于", static (ref h) => h.AtLeast = true, ""),
        ("不能低于", static (ref h) => h.AtLeast = true, ""),
        ("不能少于", static (ref h) => h.AtLeast = true, ""),
        ("不得超过", static (ref h) => h.AtMost = true, ""),
        ("不得高于", static (ref h) => h.AtMost = true, ""),
        ("不得多于", static (ref h) => h.AtMost = true, ""),
        ("不能超过", static (ref h) => h.AtMost = true, ""),
        ("未超过", static (ref h) => h.AtMost = true, ""),
        ("不少于", static (ref h) => h.AtLeast = true, ""),
        ("不低于", static (ref h) => h.AtLeast = true, ""),
        ("不小于", static (ref h) => h.AtLeast = true, ""),
        ("不下于", static (ref h) => h.AtLeast = true, ""),
        ("不下", static (ref h) => h.AtLeast = true, ""),
        ("至少有", static (ref h) => h.AtLeast = true, ""),
        ("至少", static (ref h) => h.AtLeast = true, ""),
        ("最少", static (ref h) => h.AtLeast = true, ""),
        ("起码", static (ref h) => h.AtLeast = true, ""),
        ("不超过", static (ref h) => h.AtMost = true, ""),
        ("不高于", static (ref h) => h.AtMost = true, ""),
        ("不多于", static (ref h) => h.AtMost = true, ""),
        ("不大于", static (ref h) => h.AtMost = true, ""),
        ("至多", static (ref h) => h.AtMost = true, ""),
        ("不超", static (ref h) => h.AtMost = true, ""),
        ("不足", static (ref h) => h.Nearly = true, ""),
        ("不到", static (ref h) => h.Nearly = true, ""),
        ("低于", static (ref h) => h.Below = true, "不得"),
        ("少于", static (ref h) => h.Below = true, "不得"),
        ("超过", static (ref h) => h.Open = true, "不得未"),
        ("超出", static (ref h) => h.Open = true, ""),
        ("突破", static (ref h) => h.Open = true, ""),
        ("多于", static (ref h) => h.Open = true, "不"),
        ("高于", static (ref h) => h.Open = true, "不"),
        ("超", static (ref h) => h.Open = true, "赶不"),
        ("逾", static (ref h) => h.Open = true, ""),
        ("将近", static (ref h) => h.Nearly = true, ""),
        ("接近", static (ref h) => h.Nearly = true, ""),
        ("近", static (ref h) => h.Nearly = true, "最附邻临靠相远亲就贴走拉"),
        ("大约", static (ref h) => h.About = true, ""),
        ("大概", static (ref h) => h.About = true, ""),
        ("约为", static (ref h) => h.About = true, ""),
        ("约", static (ref h) => h.About = true, "节签预违合履公契条制特相租邀缔守"),
        ("最多达", static (ref h) => h.UpTo = true, ""),
        ("多达", static (ref h) => h.UpTo = true, ""),
        ("高达", static (ref h) => h.UpTo = true, ""),
        ("最多", static (ref h) => h.AtMost = true, ""),
        ("可达到", static (ref h) => h.Estimated = true, ""),
        ("将达到", static (ref h) => h.Estimated = true, ""),
        ("可达", static (ref h) => h.Estimated = true, ""),
        ("将达", static (ref h) => h.Estimated = true, ""),
        ("有望达", static (ref h) => h.Estimated = true, ""),
        ("预计", static (ref h) => h.Estimated = true, ""),
        ("预期", static (ref h) => h.Estimated = true, ""),
    ];

    // 预期寿命 is a name of something that was measured.
    internal static bool IsForecast(ReadOnlySpan<char> behind) => !behind.StartsWith("寿命", StringComparison.Ordinal);

    // Says nothing about the number, but may stand between it and its hedge: 超过了, 近有, 约有.
    private static readonly string[] _between = ["达到", "有", "为", "了", "达", "共", "是"];

    private static readonly (string Word, Marking Mark)[] _behind =
    [
        ("左右", static (ref h) => h.About = true),
        ("上下", static (ref h) => h.About = true),
        ("以上", static (ref h) => h.AtLeast = true),
        ("以下", static (ref h) => h.AtMost = true),
        ("以内", static (ref h) => h.AtMost = true),
        ("之内", static (ref h) => h.AtMost = true),
        ("有余", static (ref h) => h.Over = true),
        ("开外", static (ref h) => h.Over = true),
    ];

    /// <summary>Words that make every number of the rest of their sentence an estimate.</summary>
    public static readonly string[] Forecasts = ["预计", "预期", "有望", "预估", "力争", "预测"];

    /// <summary>A sentence part that tells what is, after one that told what is expected.</summary>
    public static bool IsFact(ReadOnlySpan<char> part)
    {
        foreach (var word in (ReadOnlySpan<string>)["已", "目前", "截至", "截止", "现有", "去年", "上年", "完成了", "实际"])
        {
            if (part.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Reads the hedges that end where the numeral begins; returns where the first of them begins.</summary>
    public static int Before(ReadOnlySpan<char> text, int at, int from, ref Hedge hedge)
    {
        var start = at;
        var look = at;
        for (var turn = 0; turn < 4; turn++)
        {
            if (TryHedge(text, look, from, ref hedge, out var length))
            {
                look -= length;
                start = look;
                continue;
            }
            var between = Between(text, look, from);
            if (between == 0)
            {
                break;
            }
            look -= between;
        }
        return start;
    }

    private static int Between(ReadOnlySpan<char> text, int end, int from)
    {
        foreach (var word in _between)
        {
            if (Ends(text, end, from, word))
            {
                return word.Length;
            }
        }
        return 0;
    }

    public static int Behind(ReadOnlySpan<char> text, int at, ref Hedge hedge)
    {
        foreach (var (word, mark) in _behind)
        {
            if (text[at..].StartsWith(word, StringComparison.Ordinal))
            {
                mark(ref hedge);
                return at + word.Length;
            }
        }
        return at;
    }

    public static bool IsBehind(ReadOnlySpan<char> text, int at)
    {
        var hedge = default(Hedge);
        return Behind(text, at, ref hedge) > at;
    }

    private static bool TryHedge(ReadOnlySpan<char> text, int end, int from, ref Hedge hedge, out int length)
    {
        foreach (var (word, mark, notAfter) in _before)
        {
            var before = end - word.Length - 1;
            if (Ends(text, end, from, word) && !(before >= from && notAfter.Contains(text[before], StringComparison.Ordinal)))
            {
                mark(ref hedge);
                length = word.Length;
                return true;
            }
        }
        length = 0;
        return false;
    }

    private static bool Ends(ReadOnlySpan<char> text, int end, int from, string word) =>
        end - word.Length >= from && text[(end - word.Length)..end].SequenceEqual(word);
}
