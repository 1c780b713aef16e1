namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// What remains of a password when all common pieces (catalog/common-passwords.txt), runs such as 12345 and repetitions are taken out
/// must still be hard to guess: five different letters or digits at least.
/// </summary>
internal static class CommonPasswords
{
    private const int FewestLeft = 5;
    private const int ShortestRun = 3;

    private static readonly Lazy<string[]> _pieces = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "catalog", "common-passwords.txt"))
            .Where(l => l.Length > 0 && l[0] != '#').OrderByDescending(l => l.Length)]);

    public static bool IsMadeOfPieces(string password)
    {
        var left = password.ToLowerInvariant().Replace('@', 'a').Replace('$', 's');
        foreach (var piece in _pieces.Value)
        {
            left = left.Replace(piece, " ", StringComparison.Ordinal);
        }
        return WithoutRuns(left).Where(char.IsLetterOrDigit).Distinct().Count() < FewestLeft;
    }

    // 1111, abcd, 4321: each character one more, one less or the same as the one before.
    private static string WithoutRuns(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (end < text.Length && Math.Abs(text[end] - text[start]) <= 1)
            {
                var step = text[end] - text[start];
                while (end < text.Length && text[end] - text[end - 1] == step)
                {
                    end++;
                }
            }
            if (end - start < ShortestRun)
            {
                kept.Append(text, start, end - start);
            }
            start = end;
        }
        return kept.ToString();
    }
}
