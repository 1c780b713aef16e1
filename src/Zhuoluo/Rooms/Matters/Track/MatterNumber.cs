using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>A matter's number as people type it: any width, with blanks, with or without the dash.</summary>
internal static class MatterNumber
{
    private const int YearLength = 4;

    public static string Read(string typed)
    {
        var digits = new string([.. Fold.Width(typed).Where(char.IsAsciiDigit)]);
        return digits.Length > YearLength ? $"{digits[..YearLength]}-{digits[YearLength..]}" : digits;
    }
}
