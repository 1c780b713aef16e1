namespace Zhuoluo.Language.Checks;

/// <summary>What a hand does wrong: two neighbouring digits change places, one digit becomes another, a number is a little off.</summary>
internal static class Slips
{
    private const decimal Near = 0.05m;

    /// <summary>The values that come of changing two neighbouring digits.</summary>
    public static IEnumerable<decimal> Swaps(decimal value)
    {
        var digits = Claims.Say(value).ToCharArray();
        for (var i = 0; i + 1 < digits.Length && digits.Length <= 16; i++)
        {
            if (char.IsAsciiDigit(digits[i]) && char.IsAsciiDigit(digits[i + 1]) && digits[i] != digits[i + 1] && !(i == 0 && digits[1] == '0'))
            {
                (digits[i], digits[i + 1]) = (digits[i + 1], digits[i]);
                yield return decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
                (digits[i], digits[i + 1]) = (digits[i + 1], digits[i]);
            }
        }
    }

    /// <summary>Whether a sum misses its total as a slip would: by little, by two digits of one number, or by one digit where all numbers are long.</summary>
    public static bool IsSlip(Claims claims, int total, IReadOnlyList<int> parts)
    {
        var said = claims.Value(total);
        var off = parts.Sum(claims.Value) - said;
        return Math.Abs(off) <= Math.Max(1, said * Near) || Swapped(claims, total, parts).Count > 0
            || claims.All[total].Dimension == Quantities.Dimension.Money && off > 0 && parts.All(p => claims.Value(p) < said) && parts.Count == 2
            || IsOneDigit(Math.Abs(off)) && parts.Append(total).All(i => Digits(claims.Value(i)) >= 3);
    }

    /// <summary>Numbers of a sum of which two neighbouring digits, changed back, make it right.</summary>
    public static List<(int Index, decimal Value)> Swapped(Claims claims, int total, IReadOnlyList<int> parts)
    {
        var found = Swapped(claims, parts, claims.Value(total));
        if (claims.Value(total) >= 12 && Swaps(claims.Value(total)).Contains(parts.Sum(claims.Value)))
        {
            found.Add((total, parts.Sum(claims.Value)));
        }
        return found;
    }

    /// <summary>The same for a total that is not in doubt.</summary>
    public static List<(int Index, decimal Value)> Swapped(Claims claims, IReadOnlyList<int> parts, decimal said)
    {
        var sum = parts.Sum(claims.Value);
        List<(int, decimal)> found = [];
        foreach (var index in parts)
        {
            // What the number would have to be.
            var wanted = claims.Value(index) - sum + said;
            if (wanted > 0 && claims.Value(index) >= 12 && Swaps(claims.Value(index)).Contains(wanted))
            {
                found.Add((index, wanted));
            }
        }
        return found;
    }

    private static bool IsOneDigit(decimal off)
    {
        while (off >= 10 && off % 10 == 0)
        {
            off /= 10;
        }
        return off is > 0 and < 10 && off == decimal.Truncate(off);
    }

    private static int Digits(decimal value)
    {
        var digits = Claims.Say(value).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length;
    }
}
