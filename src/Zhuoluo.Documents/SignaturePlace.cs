using System.Globalization;

namespace Zhuoluo.Documents;

/// <summary>
/// How far name and date stand from the right edge, in hundredths of a character (7.3.5). Without a seal the name stands two in and the
/// date begins two to the right of it; a date longer than the name stands two in itself. With room for a seal the date stands four in and the
/// name is centred over it.
/// </summary>
public readonly record struct SignaturePlace(int Name, int Day)
{
    public static SignaturePlace Of(string name, DateOnly day, bool leavesRoomForSeal)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (n, d) = (Width(name), Width(DayText.Of(day)));
        return leavesRoomForSeal
            ? new SignaturePlace(Math.Max(0, 400 + (d - n) / 2), 400)
            : d > n ? new SignaturePlace(400 + d - n, 200) : new SignaturePlace(200, n - d);
    }

    private static int Width(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var width = 0;
        while (elements.MoveNext())
        {
            width += ((string)elements.Current)[0] < 128 ? 50 : 100;
        }
        return width;
    }
}
