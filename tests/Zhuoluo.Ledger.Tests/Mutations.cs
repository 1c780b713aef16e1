namespace Zhuoluo.Ledger.Tests;

/// <summary>Changes every byte in several ways, takes one away, puts one in, and says which of the results somebody still believes.</summary>
internal static class Mutations
{
    private static readonly byte[] _flips = [0x01, 0x02, 0x10, 0x20, 0x80, 0xff];
    private static readonly byte[] _added = [(byte)'\n', (byte)' ', (byte)'A', (byte)'=', (byte)'0', (byte)'\r'];

    public static IReadOnlyList<string> Accepted(byte[] good, Func<byte[], bool> isBelieved, int step = 1)
    {
        List<string> believed = [];
        for (var at = 0; at < good.Length; at += step)
        {
            var place = at;
            believed.AddRange(_flips.Where(f => Accepts([.. good[..place], (byte)(good[place] ^ f), .. good[(place + 1)..]], isBelieved)).Select(f => $"{place} ^ {f:x2}"));
            believed.AddRange(_added.Where(b => Accepts([.. good[..place], b, .. good[place..]], isBelieved)).Select(b => $"{place} + {b:x2}"));
            if (Accepts([.. good[..place], .. good[(place + 1)..]], isBelieved))
            {
                believed.Add($"{place} taken away");
            }
        }
        believed.AddRange(_added.Where(b => Accepts([.. good, b], isBelieved)).Select(b => $"{b:x2} at the end"));
        return believed;
    }

    public static bool Accepts(byte[] bytes, Func<byte[], bool> isBelieved)
    {
        try
        {
            return isBelieved(bytes);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
