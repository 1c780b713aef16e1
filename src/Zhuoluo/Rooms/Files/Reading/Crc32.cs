namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>The check sum of PNG chunks (ISO 3309, polynomial EDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] _table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }
        return c;
    })];

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
        {
            sum = _table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        }
        return ~sum;
    }
}
