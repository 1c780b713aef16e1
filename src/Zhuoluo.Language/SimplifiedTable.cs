using System.Reflection;

namespace Zhuoluo.Language;

/// <summary>
/// Traditional to Simplified, one character for one, so that positions stay valid (rules C3, G1.4). A table of classes for finding: 著 and 着
/// become one, which is right for a search and wrong on a screen.
/// </summary>
public static class SimplifiedTable
{
    private static readonly Lazy<char[]> _table = new(Load);

    public static char Of(char c) => c < Han.First ? c : _table.Value[c];

    private static char[] Load()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("t2s.txt")
            ?? throw new InvalidOperationException("The table t2s.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }
            foreach (var pair in line.Split(' '))
            {
                table[pair[0]] = pair[1];
            }
        }
        return table;
    }
}
