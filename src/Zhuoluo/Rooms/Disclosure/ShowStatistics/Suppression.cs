namespace Zhuoluo.Rooms.Disclosure.ShowStatistics;

/// <summary>
/// Hides small cells of a cross table (rules F5.3): every cell from 1 to 4, and a second one wherever a single hidden cell could be
/// worked out from the total of its row or column. Zero tells of nobody and stays.
/// </summary>
internal static class Suppression
{
    public const long Smallest = 5;

    /// <summary>The same table with null for what is hidden. Rows have equal lengths; totals are shown beside and are not part of it.</summary>
    public static long?[][] Hide(IReadOnlyList<IReadOnlyList<long>> table)
    {
        var shown = table.Select(row => row.Select(cell => cell is > 0 and < Smallest ? null : (long?)cell).ToArray()).ToArray();
        var lines = Lines(shown.Length, shown.Length == 0 ? 0 : shown[0].Length);
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var line in lines)
            {
                if (line.Count(at => shown[at.Row][at.Column] is null) == 1
                    && line.Where(at => shown[at.Row][at.Column] > 0).OrderBy(at => shown[at.Row][at.Column]).Cast<(int Row, int Column)?>().FirstOrDefault() is { } second)
                {
                    shown[second.Row][second.Column] = null;
                    isChanged = true;
                }
            }
        }
        while (isChanged);
        return shown;
    }

    private static List<(int Row, int Column)[]> Lines(int rows, int columns) =>
    [
        .. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => (r, c)).ToArray()),
        .. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => (r, c)).ToArray()),
    ];
}
